import css from './collect-view.module.css'

export function ChangedPanel() {
  return <p className={css.nothing}>No article has a newer text.</p>
}
