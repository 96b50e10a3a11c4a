import type { AgreementReport, PairAgreement } from '#shared/review/agreement-report.ts'
import { intervalWords, MEASURE_WORDS, numberWords } from '#shared/review/agreement-words.ts'
import { compare } from '../../../state/agreement.ts'
import css from './agreement.module.css'
import { Scale } from './scale.tsx'

const NUMBERS = ['exactF1', 'overlapF1', 'kappa', 'alpha', 'alphaU', 'gamma'] as const

/** Of more than two, each two of them; choosing them compares them alone. */
export function PairTable({ report: { pairs } }: { readonly report: AgreementReport }) {
  if (pairs.length < 2) return null
  return (
    <section aria-label="Two by two" className={css.part}>
      <h2>Two by two</h2>
      <div className={css.scroller}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Annotators</th>
              <th scope="col">Articles</th>
              {NUMBERS.map((measure) => (
                <th key={measure} scope="col">
                  {MEASURE_WORDS[measure].short}
                </th>
              ))}
              <th scope="col">α with 95 % certainty</th>
              <td aria-hidden="true">α, 0 to 1</td>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <PairRow key={JSON.stringify([pair.a, pair.b])} pair={pair} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function PairRow({ pair }: { readonly pair: PairAgreement }) {
  const { a, b, articles, intervals } = pair
  return (
    <tr>
      <th scope="row">
        <button type="button" onClick={() => compare([a, b])}>
          <bdi>{a}</bdi> and <bdi>{b}</bdi>
        </button>
      </th>
      <td className={css.number}>{articles === 0 ? 'none in common' : articles.toLocaleString('en')}</td>
      {NUMBERS.map((measure) => (
        <td key={measure} className={css.number}>
          {numberWords(pair[measure])}
        </td>
      ))}
      <td className={css.interval}>{intervalWords(intervals.alpha)}</td>
      <td>
        <Scale value={pair.alpha} interval={intervals.alpha} hasBounds />
      </td>
    </tr>
  )
}
