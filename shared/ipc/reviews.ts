import type { AdjudicationRequests } from './adjudication.ts'
import type { AgreementEvents, AgreementRequests } from './agreement.ts'
import type { MergeEvents, MergeRequests } from './merging.ts'
import type { QualityRequests } from './quality.ts'
import type { ReviewFileEvents, ReviewFileRequests } from './review-file.ts'
import type { ReviewingRequests } from './reviewing.ts'
import type { TeamEvents, TeamRequests } from './team.ts'

/** What is asked about the work of several annotators. */
export type ReviewRequests = TeamRequests &
  AgreementRequests &
  AdjudicationRequests &
  ReviewingRequests &
  ReviewFileRequests &
  MergeRequests &
  QualityRequests

export type ReviewEvents = TeamEvents & AgreementEvents & ReviewFileEvents & MergeEvents
