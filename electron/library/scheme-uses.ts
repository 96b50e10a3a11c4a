import { type SchemeUse, UseCount } from '#shared/domain/scheme-uses.ts'
import { readSaid } from '#shared/format/annotation-file.ts'
import { listAnnotators } from './catalogue.ts'
import { recordContents } from './records.ts'
import { jsonTextOf } from './utf8.ts'
import type { Workspace } from './workspace.ts'

/** Counts what all annotations of a workspace say. A file that cannot be read counts as none: opening it says what is wrong. */
export async function schemeUses(workspace: Workspace, annotator: string): Promise<readonly SchemeUse[]> {
  const count = new UseCount()
  for (const name of await listAnnotators(workspace)) {
    const whose = name === annotator ? 'own' : 'others'
    for await (const { articleId, bytes } of recordContents(workspace, name)) {
      const json = bytes && jsonTextOf(bytes)
      const read = json ? readSaid(json, articleId) : null
      if (read?.kind === 'current') count.add(read.value, whose)
    }
  }
  return count.uses
}
