import { failed, ok, type Result } from '#shared/domain/result.ts'
import { listAnnotators } from './catalogue.ts'
import type { Workspace } from './workspace.ts'

/** Fails for a name that differs from another's only in case, whose folder it would be on some systems. */
export async function nameAsThere(workspace: Workspace, name: Result<string>): Promise<Result<string>> {
  if (!name.ok) return name
  const known = await listAnnotators(workspace)
  const alike = known.find((one) => one.toLowerCase() === name.value.toLowerCase())
  if (alike === undefined || known.includes(name.value)) return ok(name.value)
  return failed(`There is “${alike}” already; please write the name as it is there.`)
}
