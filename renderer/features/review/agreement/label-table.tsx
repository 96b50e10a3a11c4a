import { shownLabel } from '#shared/domain/scheme.ts'
import { type AgreementReport, MEASURES } from '#shared/review/agreement-report.ts'
import { GROUP_MEASURES, MEASURE_WORDS, numberWords } from '#shared/review/agreement-words.ts'
import { schemeInUse } from '../../../state/desk.ts'
import { LabelChip } from '../../../ui/label-chip.tsx'
import css from './agreement.module.css'
import { Scale } from './scale.tsx'

type Measures = readonly (keyof typeof MEASURE_WORDS)[]
type Values = Readonly<Partial<Record<keyof typeof MEASURE_WORDS, number | null>>>

/** The same for each label. */
export function LabelTable({ report }: { readonly report: AgreementReport }) {
  const [pair] = report.pairs
  const isOfTwo = pair !== undefined && report.pairs.length === 1
  const measures: Measures = isOfTwo ? MEASURES : GROUP_MEASURES
  const byLabel: Readonly<Record<string, Values>> = isOfTwo ? pair.byLabel : report.byLabel
  const rows = inSchemeOrder(byLabel)
  if (rows.length === 0) return null
  return (
    <section aria-label="Labels" className={css.part}>
      <h2>Labels</h2>
      <div className={css.scroller}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Label</th>
              {measures.map((measure) => (
                <th key={measure} scope="col">
                  {MEASURE_WORDS[measure].short}
                </th>
              ))}
              <td aria-hidden="true">α, 0 to 1</td>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, values]) => (
              <LabelRow key={label} label={label} values={values} measures={measures} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** As the label bar has them; labels that the scheme does not know last. */
function inSchemeOrder<T>(byLabel: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  const order = schemeInUse().labels.map(({ id }) => id)
  const placeOf = (label: string): number => (order.includes(label) ? order.indexOf(label) : order.length)
  return Object.entries(byLabel).sort(([a], [b]) => placeOf(a) - placeOf(b))
}

type RowProps = { readonly label: string; readonly values: Values; readonly measures: Measures }

function LabelRow({ label, values, measures }: RowProps) {
  const { title, shape } = shownLabel(schemeInUse(), label)
  return (
    <tr>
      <th scope="row">
        <LabelChip labelId={label} title={title} shape={shape} />
      </th>
      {measures.map((measure) => (
        <td key={measure} className={css.number}>
          {numberWords(values[measure] ?? null)}
        </td>
      ))}
      <td>
        <Scale value={values.alpha ?? null} hasBounds />
      </td>
    </tr>
  )
}
