import { useEffect } from 'react'
import { useDesk } from '../../state/desk.ts'
import { listVersions, showVersion, versions, waitingNow } from '../../state/versions.ts'
import css from './changed-panel.module.css'
import view from './collect-view.module.css'
import { MovedMarks } from './moved-marks.tsx'
import { versionNames } from './version-names.ts'
import { WaitingMarks } from './waiting-marks.tsx'

/** Articles with a newer text: what of the annotations waits to be placed there, and what was moved by itself. */
export function ChangedPanel() {
  useListed()
  const rows = versions((state) => state.rows)
  const problem = versions((state) => state.problem)
  if (problem) return <p className={view.nothing}>{problem}</p>
  if (!rows) return <p className={view.nothing}>Looking for articles with a newer text…</p>
  if (rows.length === 0) return <p className={view.nothing}>No article has a newer text.</p>
  return (
    <div className={css.changed}>
      <ArticleChoice />
      <WaitingMarks />
      <MovedMarks />
    </div>
  )
}

/** Whatever is done or undone may be of consequence here. */
function useListed(): void {
  const history = useDesk((state) => state.history)
  const workspaceId = useDesk(({ workspace }) => workspace?.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are asked for anew because these have changed
  useEffect(() => void listAndShow(), [history, workspaceId])
}

/** Shows the first article with something to do unless a newer version is open already. */
async function listAndShow(): Promise<void> {
  await listVersions()
  const { rows, comparison } = versions.getState()
  const first = rows?.[0]
  if (first && !comparison) await showVersion(first.laterId)
}

function ArticleChoice() {
  const rows = versions((state) => state.rows) ?? []
  const open = useDesk((state) => state.open)
  const comparison = versions((state) => state.comparison)
  const articles = useDesk((state) => state.articles)
  const here = waitingNow(comparison, open).length
  const names = versionNames(rows, (id) => articles.get(id))
  return (
    <label className={css.choice}>
      Article
      <select value={open?.article.id ?? ''} onChange={({ target }) => void showVersion(target.value)}>
        {!rows.some(({ laterId }) => laterId === open?.article.id) && <option value="">Choose one</option>}
        {rows.map(({ laterId, waiting }, i) => (
          <option key={laterId} value={laterId}>
            {names[i]} ({laterId === open?.article.id ? here : waiting} waiting)
          </option>
        ))}
      </select>
    </label>
  )
}
