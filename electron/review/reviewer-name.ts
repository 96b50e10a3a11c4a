import { listAnnotators } from '#electron/library/catalogue.ts'
import { personName } from '#electron/library/ids.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'

/** Under whose name answers are taken; fails for one that differs from another's only in case, whose folder it would be on some systems. */
export async function reviewerName(workspace: Workspace, typed: string): Promise<Result<string>> {
  const name = personName(typed)
  if (!name.ok) return name
  const known = await listAnnotators(workspace)
  const alike = known.find((one) => one.toLowerCase() === name.value.toLowerCase())
  if (alike === undefined || known.includes(name.value)) return ok(name.value)
  return failed(`There is “${alike}” already; please write the name as it is there.`)
}
