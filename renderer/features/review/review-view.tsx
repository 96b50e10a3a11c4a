import type { ComponentType } from 'react'
import { REVIEW_TABS, type ReviewTab, showReview, useReviewTab } from '../../state/review.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { AdjudicatePanel } from './adjudicate/adjudicate-panel.tsx'
import { AgreementPanel } from './agreement/agreement-panel.tsx'
import { MergePanel } from './merge/merge-panel.tsx'
import { QualityPanel } from './quality/quality-panel.tsx'
import { ReviewFilePanel } from './review-file/review-file-panel.tsx'
import { TeamPanel } from './team/team-panel.tsx'
import { WorkPanel } from './work/work-panel.tsx'

const Team = () => (
  <>
    <TeamPanel />
    <MergePanel />
  </>
)

const Work = () => (
  <>
    <WorkPanel />
    <ReviewFilePanel />
  </>
)

const PANELS: { readonly [T in ReviewTab]: { readonly title: string; readonly Panel: ComponentType } } = {
  team: { title: 'Team', Panel: Team },
  agreement: { title: 'Agreement', Panel: AgreementPanel },
  adjudicate: { title: 'Adjudicate', Panel: AdjudicatePanel },
  work: { title: 'One annotator’s work', Panel: Work },
  quality: { title: 'Quality', Panel: QualityPanel },
}

const TABS = REVIEW_TABS.map((id) => ({ id, title: PANELS[id].title }))

/** The work of several annotators. */
export function ReviewView() {
  const shown = useReviewTab()
  const { Panel } = PANELS[shown]
  return (
    <Tabs name="Review" tabs={TABS} shown={shown} onShow={showReview}>
      <Panel />
    </Tabs>
  )
}
