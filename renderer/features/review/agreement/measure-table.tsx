import { type AgreementReport, type Interval, MEASURES } from '#shared/review/agreement-report.ts'
import { GROUP_MEASURES, intervalWords, MEASURE_WORDS, numberWords } from '#shared/review/agreement-words.ts'
import css from './agreement.module.css'
import { Scale } from './scale.tsx'

type Row = {
  readonly measure: keyof typeof MEASURE_WORDS
  readonly value: number | null
  readonly interval: Interval
}

/** Each measure with what it means, its value and how certain that is: of two as of a pair, of more as of all together. */
export function MeasureTable({ report }: { readonly report: AgreementReport }) {
  return (
    <section aria-label="Measures" className={css.part}>
      <h2>Measures</h2>
      <div className={css.scroller}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Value</th>
              <th scope="col">With 95 % certainty</th>
              <td aria-hidden="true">0 to 1</td>
            </tr>
          </thead>
          <tbody>
            {rowsOf(report).map((row) => (
              <MeasureRow key={row.measure} {...row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function MeasureRow({ measure, value, interval }: Row) {
  const { title, meaning, hasBounds } = MEASURE_WORDS[measure]
  return (
    <tr>
      <th scope="row">
        {title}
        <p className={css.meaning}>{meaning}</p>
      </th>
      <td className={css.number}>{numberWords(value)}</td>
      <td className={css.interval}>{intervalWords(interval)}</td>
      <td>
        <Scale value={value} interval={interval} hasBounds={hasBounds} />
      </td>
    </tr>
  )
}

function rowsOf(report: AgreementReport): readonly Row[] {
  const [pair] = report.pairs
  if (pair && report.pairs.length === 1)
    return MEASURES.map((measure) => ({ measure, value: pair[measure], interval: pair.intervals[measure] }))
  return GROUP_MEASURES.map((measure) => ({
    measure,
    value: report[measure],
    interval: report.intervals[measure],
  }))
}
