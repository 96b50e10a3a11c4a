import { counted } from '#shared/domain/counted.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Progress, TeamProgress } from '#shared/ipc/team.ts'
import { useDesk } from '../../../state/desk.ts'
import css from './team.module.css'

type Props = { readonly progress: Result<TeamProgress> | null }

/** How far each annotator is. */
export function PeopleTable({ progress }: Props) {
  return (
    <section className={css.part} aria-label="Annotators" aria-busy={progress === null}>
      <h2>Annotators</h2>
      {progress === null && <p className={css.quiet}>Looking how far everybody is…</p>}
      {progress?.ok === false && <p role="alert">{progress.problem.sentence}</p>}
      {progress?.ok && <People {...progress.value} />}
    </section>
  )
}

function People({ annotators, articles, opened, unread }: TeamProgress) {
  const you = useDesk(({ preferences, suggestedAnnotator }) => preferences.annotator ?? suggestedAnnotator)
  return (
    <>
      <div className={css.scroll}>
        <table className={css.table} aria-label="How far everybody is">
          <thead>
            <tr>
              <th scope="col">Annotator</th>
              <th scope="col">Progress</th>
              <th scope="col" className={css.figure}>
                Assigned
              </th>
              <th scope="col" className={css.figure}>
                To do
              </th>
              <th scope="col" className={css.figure}>
                In progress
              </th>
              <th scope="col" className={css.figure}>
                Done
              </th>
              <th scope="col" className={css.figure}>
                Marks
              </th>
            </tr>
          </thead>
          <tbody>
            {annotators.map((one) => (
              <Row key={one.annotator} progress={one} isYou={one.annotator === you} articles={articles} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={css.quiet}>{openedWords(opened, articles)}</p>
      {annotators.length === 1 && (
        <p className={css.quiet}>
          You are the only one here. Annotate as somebody else below, or merge a colleague’s folder, to
          compare and to settle what you both marked.
        </p>
      )}
      {unread.length > 0 && (
        <p role="alert">
          {unread.slice(0, 3).join(' ')}
          {unread.length > 3 && ` And ${unread.length - 3} more.`}
        </p>
      )}
    </>
  )
}

type RowProps = {
  readonly progress: Progress
  readonly isYou: boolean
  /** In the workspace: all of them are there to be annotated by whom none is assigned. */
  readonly articles: number
}

function Row({ progress, isYou, articles }: RowProps) {
  const { annotator, assigned, open, inProgress, done, annotations } = progress
  const whole = Math.max(assigned || articles, inProgress + done, 1)
  const share = (part: number): string => `${(100 * part) / whole}%`
  return (
    <tr>
      <th scope="row">
        {annotator}
        {isYou && <span className={css.you}>you</span>}
      </th>
      <td>
        <div className={css.bar} aria-hidden="true">
          <span className={css.barDone} style={{ width: share(done) }} />
          <span className={css.barBegun} style={{ width: share(inProgress) }} />
        </div>
      </td>
      {[assigned, open.length, inProgress, done, annotations].map((figure, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are always the same
        <td key={column} className={css.figure}>
          {figure.toLocaleString('en')}
        </td>
      ))}
    </tr>
  )
}

/** “240 articles, opened by nobody yet: 120 · by one annotator: 96 · by two: 24” */
function openedWords(opened: readonly number[], articles: number): string {
  if (articles === 0) return 'There are no articles here yet.'
  const parts = opened.flatMap((count, times) =>
    count === 0 ? [] : [`by ${TIMES[times] ?? times}: ${count.toLocaleString('en')}`],
  )
  return `${counted(articles, 'article')}, opened ${parts.join(' · ')}`
}
const TIMES = ['nobody yet', 'one annotator', 'two', 'three', 'four', 'five']
