import { useDesk } from '../../state/desk.ts'
import { chooseWorkspace } from '../../state/workspace.ts'
import css from './welcome.module.css'

/** What the desk shows while no workspace is open: why, and every way on. */
export function Welcome() {
  const closed = useDesk((state) => state.closed)
  const recent = useDesk((state) => state.recent)
  if (!closed) return null
  const { sentence, adoptable } = closed
  return (
    <main aria-label="Welcome" className={css.welcome}>
      <h1>Glosswright</h1>
      <p role="alert">{sentence}</p>
      <div className={css.ways}>
        {adoptable && (
          <button type="button" className="primary" onClick={() => void chooseWorkspace({ kind: 'adopt' })}>
            {adoptable.articles > 0
              ? `Make it a workspace with its ${adoptable.articles} articles`
              : 'Make it a workspace'}
          </button>
        )}
        <button type="button" onClick={() => void chooseWorkspace({ kind: 'again' })}>
          Try again
        </button>
        <button type="button" onClick={() => void chooseWorkspace({ kind: 'existing' })}>
          Open a folder…
        </button>
        <button type="button" onClick={() => void chooseWorkspace({ kind: 'new' })}>
          New workspace…
        </button>
        <button type="button" onClick={() => void chooseWorkspace({ kind: 'sample' })}>
          Open the sample
        </button>
      </div>
      {recent.length > 0 && <h2>Recent workspaces</h2>}
      <ul className={css.recent}>
        {recent.map(({ name, folder }, index) => (
          <li key={folder}>
            <button type="button" onClick={() => void chooseWorkspace({ kind: 'recent', index })}>
              {name} <span className={css.folder}>{folder}</span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  )
}
