import { counted } from '#shared/domain/counted.ts'
import type { AnswersPreview } from '#shared/ipc/review-file.ts'
import {
  chooseAnswers,
  leaveAnswers,
  nameReviewer,
  reviewFile,
  takeAnswers,
} from '../../../state/review-file.ts'
import css from './review-file.module.css'
import { useWanted } from './use-wanted.ts'

/** A reviewer's answers: chosen or dropped, looked at, and taken. */
export function TakeAnswers() {
  const first = useWanted<HTMLButtonElement>('take')
  const { preview, taken, takeProblem, isBusy } = reviewFile()
  return (
    <section aria-label="Take answers" className={css.part}>
      <h2>A reviewer’s answers</h2>
      <p className={css.quiet}>
        Choose the file that came back, or drop it on the window. Nothing is taken before you have seen what
        is in it.
      </p>
      <div className={css.actions}>
        {/* Not disabled while it works: the focus would be lost. */}
        <button ref={first} type="button" aria-disabled={isBusy} onClick={() => void chooseAnswers()}>
          Take answers…
        </button>
      </div>
      <p role="status" className={takeProblem === null ? css.good : css.problem}>
        {takeProblem ?? taken}
      </p>
      {preview && <Preview preview={preview} />}
    </section>
  )
}

function Preview({ preview }: { readonly preview: AnswersPreview }) {
  const { reviewer, isBusy } = reviewFile()
  return (
    <div className={css.preview}>
      <h3 dir="auto">{preview.name}</h3>
      <ul>
        {linesOf(preview).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {preview.refused.length > 0 && <Refused refused={preview.refused} />}
      <label className={css.field}>
        <span>Taken under the name</span>
        <input
          type="text"
          maxLength={80}
          value={reviewer}
          onChange={({ target }) => nameReviewer(target.value)}
        />
      </label>
      <div className={css.actions}>
        <button type="button" disabled={isBusy || reviewer.trim() === ''} onClick={() => void takeAnswers()}>
          Take these answers
        </button>
        <button type="button" onClick={leaveAnswers}>
          Leave them
        </button>
      </div>
    </div>
  )
}

const MOST = 200

const Refused = ({ refused }: Pick<AnswersPreview, 'refused'>) => (
  <section aria-label="Refused answers">
    <h3>{refused.length.toLocaleString('en')} refused</h3>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it */}
    <ul tabIndex={0} aria-label="Refused answers" className={css.refused}>
      {refused.slice(0, MOST).map(({ reason }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <li key={index} dir="auto">
          {reason}
        </li>
      ))}
    </ul>
  </section>
)

/** What the answers hold, in words; what is none is not said. */
function linesOf({ articles, accepted, changed, rejected, comments, same, outdated }: AnswersPreview) {
  const decided = [
    [accepted, 'accepted'],
    [changed, 'with a change proposed'],
    [rejected, 'rejected'],
  ] as const
  const lines = [
    ...decided.flatMap(([count, words]) => (count > 0 ? [`${counted(count, 'mark')} ${words}`] : [])),
    ...(comments > 0 ? [counted(comments, 'new comment')] : []),
    ...(outdated > 0 ? [`${counted(outdated, 'mark')} of these changed since the file was made`] : []),
    ...(same > 0 ? [`${counted(same, 'answer')} here already`] : []),
  ]
  const isNothing = articles === 0 && accepted + changed + rejected + comments === 0
  return isNothing ? [...lines, 'Nothing in it is new.'] : [...lines, `In ${counted(articles, 'article')}`]
}
