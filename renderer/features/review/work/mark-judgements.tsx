import type { Standing } from '#shared/review/mark-standing.ts'
import { judgementWords } from '#shared/review/outcome-words.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import type { OpenWork } from '../../../state/open-work.ts'
import { sinceWords } from './standing-words.ts'
import css from './work.module.css'

/** What reviewers have said of a mark, and what became of it since. */
export function MarkJudgements({ standing, work }: { readonly standing: Standing; readonly work: OpenWork }) {
  const scheme = useDesk(schemeOf)
  const since = sinceWords(standing, work.annotator)
  const { judgements, contradicting } = standing
  if (judgements.length === 0) return <p className={css.quiet}>Nobody has judged it yet.</p>
  return (
    <>
      <ul className={css.judgements}>
        {judgements.map((judgement) => (
          <li key={judgement.id}>
            <b>{judgement.by === work.reviewer ? `${judgement.by} (myself)` : judgement.by}</b>{' '}
            {judgementWords(judgement, { text: work.text, scheme })}
            {judgement.reason && <span className={css.reason}> “{judgement.reason}”</span>}
          </li>
        ))}
      </ul>
      {contradicting.length > 0 && (
        <p className={css.warning}>{contradicting.join(' and ')} do not say the same.</p>
      )}
      {since && <p className={css.warning}>{since}</p>}
    </>
  )
}
