import { counted } from '#shared/domain/counted.ts'
import type { Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import type { AgreementReport } from '#shared/review/agreement-report.ts'
import { agreement, measureAgreement } from '../../../state/agreement.ts'
import { useDesk } from '../../../state/desk.ts'
import { showReview } from '../../../state/review.ts'
import css from './quality.module.css'

/** The agreement's headline numbers, once they are asked for; all the rest is in the tab of that name. */
export function AgreementInShort({ annotators }: { readonly annotators: readonly string[] }) {
  const isMeasuring = agreement(({ progress }) => progress !== null)
  const report = useMeasured()
  if (annotators.filter((name) => name !== GOLD).length < 2) return null
  return (
    <section aria-labelledby="quality-agreement" className={css.part}>
      <h2 id="quality-agreement">Agreement</h2>
      <div aria-live="polite">
        {report?.ok && <Numbers report={report.value} />}
        {report?.ok === false && <p className={css.problem}>{report.problem.sentence}</p>}
      </div>
      <div className={css.ways}>
        {!report?.ok && (
          <button
            type="button"
            aria-disabled={isMeasuring}
            onClick={() => isMeasuring || void measureAgreement()}
          >
            {isMeasuring ? 'Measuring…' : 'Measure agreement'}
          </button>
        )}
        <button type="button" onClick={() => showReview('agreement')}>
          All about agreement
        </button>
      </div>
    </section>
  )
}

/** What was measured last, unless something was done since. */
function useMeasured(): Result<AgreementReport> | null {
  const history = useDesk((state) => state.history)
  const answer = agreement((now) => (now.of === history ? now.answer : null))
  if (!answer) return null
  return answer.ok ? answer.value.report : answer
}

function Numbers({ report }: { readonly report: AgreementReport }) {
  if (report.articles === 0)
    return <p className={css.quiet}>No article has been opened by two annotators yet.</p>
  const numbers = [
    ['Krippendorff’s α on words', report.alpha],
    ['αᵤ on spans', report.alphaU],
    ['γ', report.gamma],
    ['Fleiss’ κ', report.fleissKappa],
    ['Same marks (F1, mean of the pairs)', meanOf(report.pairs.map(({ exactF1 }) => exactF1))],
  ] as const
  return (
    <>
      <dl className={css.numbers}>
        {numbers.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value === null ? '–' : value.toFixed(2)}</dd>
          </div>
        ))}
      </dl>
      <p className={css.quiet}>
        {report.annotators.join(', ')}, on {counted(report.articles, 'article')} that two or more of them have
        opened. 1 is full agreement; 0 is chance, but for F1, where it is none at all.
      </p>
    </>
  )
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
