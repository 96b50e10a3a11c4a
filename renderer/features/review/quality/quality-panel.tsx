import { useEffect } from 'react'
import { counted } from '#shared/domain/counted.ts'
import { qualityFindings } from '#shared/domain/quality-findings.ts'
import type { QualityReport } from '#shared/domain/quality-report.ts'
import { GOLD } from '#shared/domain/review.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { quality, saveQuality, staleQuality } from '../../../state/quality.ts'
import { AgreementInShort } from './agreement-in-short.tsx'
import { LabelTables } from './label-tables.tsx'
import css from './quality.module.css'
import { rowsOf } from './quality-rows.ts'
import { WholeTable } from './whole-table.tsx'

/** What the dataset is like: of everybody together, and of each annotator. */
export function QualityPanel() {
  const history = useDesk((state) => state.history)
  const workspaceId = useDesk(({ workspace }) => workspace?.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read anew because these have changed
  useEffect(staleQuality, [history, workspaceId])
  const found = quality((state) => state.found)
  const problem = quality((state) => state.problem)
  return (
    <div className={css.panel}>
      {problem !== null && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {found && <Report report={found.report} />}
      {!found && problem === null && <p className={css.quiet}>Looking through all articles…</p>}
    </div>
  )
}

function Report({ report }: { readonly report: QualityReport }) {
  const rows = rowsOf(report)
  return (
    <>
      <Summary report={report} />
      {rows.length > 0 && (
        <>
          <Findings report={report} />
          <AgreementInShort annotators={report.annotators.map(({ annotator }) => annotator)} />
          <WholeTable rows={rows} />
          <LabelTables rows={rows} />
        </>
      )}
      <Unread sentences={report.unread} />
    </>
  )
}

function Summary({ report: { all, annotators } }: { readonly report: QualityReport }) {
  const saved = quality((state) => state.saved)
  const hasGold = annotators.some(({ annotator }) => annotator === GOLD)
  const people = annotators.length - Number(hasGold)
  if (annotators.length === 0)
    return (
      <p className={css.quiet}>
        Nobody has marked anything yet. Once somebody has, you see here what the marks are like: how many
        there are of each label, how long they are, which roles are filled, and where annotators differ in
        their habits.
      </p>
    )
  return (
    <div className={css.summary}>
      <p className={css.whole}>
        {counted(all.annotations, 'annotation')} on {counted(all.articles, 'article')} by{' '}
        {counted(people, 'annotator')}
        {hasGold ? ', and the gold' : ''}
      </p>
      <button type="button" onClick={() => void saveQuality()}>
        Save as Markdown…
      </button>
      <span aria-live="polite" className={css.quiet}>
        {saved !== null && `Saved as “${saved}”.`}
      </span>
    </div>
  )
}

function Findings({ report }: { readonly report: QualityReport }) {
  const findings = qualityFindings(report, useDesk(schemeOf), GOLD)
  if (report.annotators.filter(({ annotator }) => annotator !== GOLD).length < 2) return null
  return (
    <section aria-labelledby="quality-strikes" className={css.part}>
      <h2 id="quality-strikes">What strikes the eye</h2>
      {findings.length === 0 ? (
        <p className={css.quiet}>Nothing: no annotator’s habits are far from the others’.</p>
      ) : (
        <ul className={css.findings}>
          {findings.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Unread({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section aria-labelledby="quality-unread" className={css.part}>
      <h2 id="quality-unread">Not counted</h2>
      <ul className={css.findings}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
