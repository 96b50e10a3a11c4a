import css from './collect-view.module.css'

export function AlikePanel() {
  return <p className={css.nothing}>No two articles are alike.</p>
}
