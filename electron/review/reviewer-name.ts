import { personName } from '#electron/library/ids.ts'
import { nameAsThere } from '#electron/library/name-as-there.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Result } from '#shared/domain/result.ts'

/** Under whose name answers are taken: somebody's, never the gold's. */
export const reviewerName = (workspace: Workspace, typed: string): Promise<Result<string>> =>
  nameAsThere(workspace, personName(typed))
