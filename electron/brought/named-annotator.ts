import { annotatorName } from '#electron/library/ids.ts'
import { nameAsThere } from '#electron/library/name-as-there.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Result } from '#shared/domain/result.ts'

/** Whom a name means, the gold too. */
export const namedAnnotator = (workspace: Workspace, typed: string): Promise<Result<string>> =>
  nameAsThere(workspace, annotatorName(typed))
