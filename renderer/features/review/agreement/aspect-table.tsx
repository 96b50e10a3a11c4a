import {
  type AgreementReport,
  ASPECTS,
  type Aspect,
  type AspectAgreement,
  type PairAgreement,
} from '#shared/review/agreement-report.ts'
import { ASPECT_WORDS, numberWords } from '#shared/review/agreement-words.ts'
import css from './agreement.module.css'
import { Scale } from './scale.tsx'

const MEANINGS: { readonly [A in Aspect]: string } = {
  spans: 'Of all that either marked, what both marked from the same word to the same word.',
  labels: 'Of what both marked, whether from the same word or not, what has one label.',
  roles: 'Of the roles and links that either filled in marks of one label, those that both filled alike.',
  attributes: 'Of the attributes that either gave to marks of one label, those that both gave alike.',
  actors: 'Of mentions that either linked, those that both linked to one actor.',
}

/** What of a mark annotators agree on, once they have both made it: of more than two, any two of them. */
export function AspectTable({ report: { pairs } }: { readonly report: AgreementReport }) {
  const [pair, ...others] = pairs
  if (!pair) return null
  const aspectOf = others.length > 0 ? summed(pairs) : (aspect: Aspect) => pair.aspects[aspect]
  return (
    <section aria-label="What of a mark" className={css.part}>
      <h2>What of a mark</h2>
      <div className={css.scroller}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Agreed</th>
              <th scope="col">Share</th>
              <th scope="col">κ, less chance</th>
              <td aria-hidden="true">Share, 0 to 1</td>
            </tr>
          </thead>
          <tbody>
            {ASPECTS.map((aspect) => (
              <AspectRow key={aspect} aspect={aspect} {...aspectOf(aspect)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** All pairs added up; what chance would give of that is no sum. */
const summed =
  (pairs: readonly PairAgreement[]) =>
  (aspect: Aspect): AspectAgreement => ({
    compared: pairs.reduce((sum, { aspects }) => sum + aspects[aspect].compared, 0),
    agreed: pairs.reduce((sum, { aspects }) => sum + aspects[aspect].agreed, 0),
    kappa: null,
  })

function AspectRow({ aspect, compared, agreed, kappa }: AspectAgreement & { readonly aspect: Aspect }) {
  const share = compared === 0 ? null : agreed / compared
  return (
    <tr>
      <th scope="row">
        {ASPECT_WORDS[aspect].title}
        <p className={css.meaning}>{MEANINGS[aspect]}</p>
      </th>
      <td className={css.number}>
        {agreed.toLocaleString('en')} of {compared.toLocaleString('en')}
      </td>
      <td className={css.number}>{share === null ? '–' : `${Math.round(100 * share)} %`}</td>
      <td className={css.number}>{numberWords(kappa)}</td>
      <td>
        <Scale value={share} hasBounds={false} />
      </td>
    </tr>
  )
}
