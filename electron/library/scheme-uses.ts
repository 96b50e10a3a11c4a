import { basename } from 'node:path'
import { type SchemeUse, UseCount } from '#shared/domain/scheme-uses.ts'
import { readSaid, type Said } from '#shared/format/annotation-file.ts'
import { listAnnotators } from './catalogue.ts'
import { filesIn } from './folder.ts'
import { isArticleId, pathInside } from './ids.ts'
import { readRegularFile } from './regular-file.ts'
import { jsonTextOf } from './utf8.ts'
import type { Workspace } from './workspace.ts'

/** Counts what all annotations of a workspace say. A file that cannot be read counts as none: opening it says what is wrong. */
export async function schemeUses(workspace: Workspace, annotator: string): Promise<readonly SchemeUse[]> {
  const count = new UseCount()
  for (const name of await listAnnotators(workspace)) {
    const whose = name === annotator ? 'own' : 'others'
    for (const file of await filesIn(workspace.root, 'annotators', name)) {
      count.add(await saidIn(workspace, `annotators/${name}/${file}`), whose)
    }
  }
  return count.uses
}

async function saidIn({ root }: Workspace, file: string): Promise<readonly Said[]> {
  if (!isArticleId(basename(file, '.json'))) return []
  const path = await pathInside(root, file)
  const bytes = await readRegularFile(path).catch(() => null)
  const json = bytes && jsonTextOf(bytes)
  const read = json ? readSaid(json, file) : null
  return read?.kind === 'current' ? read.value : []
}
