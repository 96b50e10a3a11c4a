import { dirname } from 'node:path'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { pathInside } from './ids.ts'
import { readRegularFile } from './regular-file.ts'
import { removeStaleTemps } from './stale-temps.ts'
import { jsonTextOf } from './utf8.ts'
import type { Workspace } from './workspace.ts'

/** What lies under `.glosswright/` as `name` and can be made again at any time; null where it cannot be read. */
export async function readDerived({ root }: Workspace, name: string): Promise<string | null> {
  try {
    return jsonTextOf(await readRegularFile(await pathInside(root, `.glosswright/${name}`)))
  } catch {
    return null
  }
}

/** Keeps it, where that can be done: nothing is lost where it cannot. */
export async function keepDerived({ root }: Workspace, name: string, content: string): Promise<void> {
  try {
    const file = await pathInside(root, `.glosswright/${name}`)
    await makeFolderDurably(dirname(file))
    await removeStaleTemps(dirname(file))
    await writeDurably(file, [content])
  } catch {
    // A full or read-only disk: it is made again at the next start.
  }
}
