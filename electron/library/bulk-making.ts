import type { Edit } from '#shared/domain/edit.ts'
import type { Result } from '#shared/domain/result.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { ArticleEdit } from './bulk-file.ts'
import type { Workspace } from './workspace.ts'

/** What whoever edits many articles of an annotator needs. */
export type BulkMaking = {
  readonly workspace: Workspace
  /** True once all edits are on the disk: the plan is made of what the files say. */
  readonly flush: () => Promise<boolean>
  /** Edits several articles of an annotator as one step. */
  readonly make: (
    edit: Edit,
    plan: AsyncIterable<ArticleEdit>,
    annotator: string,
  ) => Promise<Result<BulkReport>>
}
