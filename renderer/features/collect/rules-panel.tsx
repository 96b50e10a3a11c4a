import css from './collect-view.module.css'

export function RulesPanel() {
  return <p className={css.nothing}>No rule was made yet.</p>
}
