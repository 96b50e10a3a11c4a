import { counted } from '#shared/domain/counted.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import type { AgreementReport } from '#shared/review/agreement-report.ts'
import { agreementTables, tabSeparated } from '#shared/review/agreement-tables.ts'
import { caution, headline } from '#shared/review/agreement-words.ts'
import { agreement } from '../../../state/agreement.ts'
import { say, schemeInUse } from '../../../state/desk.ts'
import { copyForms } from '../../../ui/copy-forms.ts'
import css from './agreement.module.css'

const titleOf = (label: string): string => shownLabel(schemeInUse(), label).title

/** What the numbers come to, in words, and what they rest on. */
export function Headline({ report }: { readonly report: AgreementReport }) {
  const held = caution(report)
  return (
    <section aria-label="In words" className={css.words}>
      <p className={css.headline} aria-live="polite">
        {headline({ report, titleOf })}
      </p>
      {held !== null && <p>{held}</p>}
      <p className={css.quiet}>
        {counted(report.annotators.length, 'annotator')} · {counted(report.articles, 'article')} that two or
        more of them have opened · “well” is 0.8 or more, “fairly” 0.667 or more, after chance is taken off:
        the dashed lines, as Krippendorff (2004) draws them
      </p>
      <Unread />
      <div>
        <button type="button" onClick={() => copyTables(report)}>
          Copy as table
        </button>
      </div>
    </section>
  )
}

function copyTables(report: AgreementReport): void {
  copyForms({ 'text/plain': tabSeparated(agreementTables(report, titleOf)) })
  say('The numbers are copied; paste them into a spreadsheet or a document.')
}

/** Files that are missing from the numbers. */
function Unread() {
  const answer = agreement((state) => state.answer)
  const unread = answer?.ok ? answer.value.unread : []
  if (unread.length === 0) return null
  return (
    <details className={css.unread}>
      <summary>{counted(unread.length, 'file')} could not be read, and count for nothing here</summary>
      <ul>
        {unread.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
