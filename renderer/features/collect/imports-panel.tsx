import css from './collect-view.module.css'

export function ImportsPanel() {
  return <p className={css.nothing}>Nothing was imported since Glosswright was started.</p>
}
