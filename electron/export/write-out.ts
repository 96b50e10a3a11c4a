import { basename } from 'node:path'
import { problemOf } from '#electron/library/disk-problem.ts'
import { writeDurably } from '#electron/library/durable-write.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { outFile } from './out-file.ts'

/** Writes a text where somebody wants it, whole or not at all, and over nothing of the workspace's; resolves to where it is. */
export async function writeOut(workspace: Workspace, typed: string, text: string): Promise<Result<string>> {
  try {
    const out = await outFile(workspace, typed)
    if (out.ok) await writeDurably(out.value, [text])
    return out.ok ? ok(out.value) : out
  } catch (error) {
    return failed(`“${basename(typed)}” could not be written: ${problemOf(error)}`)
  }
}
