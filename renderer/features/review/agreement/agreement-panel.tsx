import { useEffect } from 'react'
import { agreement, measureAgreement, reportIn } from '../../../state/agreement.ts'
import { useDesk } from '../../../state/desk.ts'
import css from './agreement.module.css'
import { ArticleDifferences } from './article-differences.tsx'
import { AspectTable } from './aspect-table.tsx'
import { ComparedChoice } from './compared-choice.tsx'
import { Headline } from './headline.tsx'
import { LabelTable } from './label-table.tsx'
import { MeasureTable } from './measure-table.tsx'
import { NothingCompared } from './nothing-compared.tsx'
import { PairTable } from './pair-table.tsx'

/** How far annotators agree: in a sentence, in numbers, and where they agree least. */
export function AgreementPanel() {
  useStaysTrue()
  const report = agreement(reportIn)
  const isMeasuring = agreement(({ progress }) => progress !== null)
  return (
    <div className={css.panel}>
      <ComparedChoice />
      <div className={css.result} aria-busy={isMeasuring}>
        {report ? (
          <>
            <Headline report={report} />
            <MeasureTable report={report} />
            <PairTable report={report} />
            <LabelTable report={report} />
            <AspectTable report={report} />
          </>
        ) : (
          <NothingCompared />
        )}
      </div>
      {report && <ArticleDifferences articles={report.byArticle} />}
    </div>
  )
}

/** Whatever is done, undone or imported meanwhile is measured as well. */
function useStaysTrue(): void {
  const workspace = useDesk((state) => state.workspace)
  const history = useDesk((state) => state.history)
  const count = useDesk(({ articles }) => articles.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is measured anew because these have changed
  useEffect(() => void measureAgreement(), [workspace, history, count])
}
