import { isSameName } from '#shared/format/annotation-place.ts'
import { listAnnotators } from './library/catalogue.ts'
import type { Workspace } from './library/workspace.ts'

/** A name as it is written here already: another case would be the same folder on some systems. */
export async function knownName(workspace: Workspace, name: string): Promise<string> {
  const known = await listAnnotators(workspace)
  return known.includes(name) ? name : (known.find((one) => isSameName(one, name)) ?? name)
}
