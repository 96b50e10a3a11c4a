import { useEffect } from 'react'
import { useDesk } from '../../../state/desk.ts'
import {
  chooseAnnotator,
  chooseReviewScope,
  makeReviewFile,
  REVIEW_SCOPES,
  type ReviewScope,
  readReviewAnnotators,
  reviewFile,
} from '../../../state/review-file.ts'
import css from './review-file.module.css'
import { useWanted } from './use-wanted.ts'

const SCOPES: { readonly [S in ReviewScope]: string } = {
  opened: 'All that they have opened',
  done: 'Those that they are done with',
  shown: 'Those that the list of articles shows',
}

/** Whose marks in which articles, and the button that makes a file of them. */
export function MakeFile() {
  const { annotators, chosen, scope, made, makeProblem, isBusy } = reviewFile()
  const first = useWanted<HTMLInputElement>('make', annotators !== null)
  const listed = useDesk((state) => state.shown.length)
  useEffect(() => void readReviewAnnotators(), [])
  return (
    <section aria-label="Make a review file" className={css.part}>
      <h2>Review by somebody without Glosswright</h2>
      <p className={css.quiet}>
        Makes one .html file that opens in any browser, with nothing to install and no network: text, marks
        and guidelines. The reviewer accepts, rejects, proposes and comments, and sends a small file of
        answers back.
      </p>
      <fieldset className={css.choices}>
        <legend>Whose marks</legend>
        {annotators?.length === 0 && <p className={css.quiet}>Nobody has marked anything yet.</p>}
        {annotators?.map((name, i) => (
          <label key={name} className={css.check}>
            <input
              ref={i === 0 ? first : undefined}
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) => chooseAnnotator(name, target.checked)}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className={css.choices}>
        <legend>Which articles</legend>
        {REVIEW_SCOPES.map((one) => (
          <label key={one} className={css.check}>
            <input
              type="radio"
              name="review-scope"
              checked={scope === one}
              onChange={() => chooseReviewScope(one)}
            />
            <span>
              {SCOPES[one]}
              {one === 'shown' && ` · ${listed.toLocaleString('en')}`}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={css.actions}>
        <button type="button" disabled={isBusy || chosen.length === 0} onClick={() => void makeReviewFile()}>
          Make a review file…
        </button>
      </div>
      <p role="status" className={makeProblem === null ? css.good : css.problem}>
        {makeProblem ?? made}
      </p>
    </section>
  )
}
