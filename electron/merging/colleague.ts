import { mkdtemp, open, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Parser } from '#electron/import/parser-process.ts'
import { unreadableSentence } from '#electron/library/disk-problem.ts'
import { orMissing } from '#electron/library/file-ops.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { openWorkspace, type Workspace } from '#electron/library/workspace.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { MANIFEST_NAME } from '#shared/format/manifest.ts'
import { datasetFormatOf } from './dataset-in.ts'
import { RefusedFiles } from './refused-files.ts'
import { strangeFiles } from './strange-files.ts'
import { isTooLarge } from './too-large.ts'
import { holdsWorkspace, unpackArchive } from './unpacked-archive.ts'
import { unpackDataset } from './unpacked-dataset.ts'

/** Work of somebody else that can be merged: a workspace that is only looked at, wherever it was found. */
export type Colleague = {
  /** Of the workspace, or of the file that holds it. */
  readonly name: string
  readonly workspace: Workspace
  /** What of it was left out so far. */
  readonly refused: RefusedFiles
  /** Removes what was unpacked for it. */
  readonly close: () => Promise<void>
}

const SAME = 'This is the workspace that is open here; there is nothing to merge.'

export type OpeningParts = {
  /** The workspace that it shall be merged into. */
  readonly ours: Workspace
  readonly parser: Parser
  readonly signal: AbortSignal
}

/** Opens a folder with a workspace in it, a zip archive of one, or a dataset that Glosswright exported. Changes nothing. */
export async function openColleague(path: string, parts: OpeningParts): Promise<Result<Colleague>> {
  try {
    const found = await orMissing(stat(path))
    if (!found) return failed(`“${path}” is not there any more.`)
    if (!found.isDirectory()) return await openFile(resolve(path), parts)
    if ((await realpath(path)) === (await realpath(parts.ours.root))) return failed(SAME)
    return await opened(resolve(path), { refused: new RefusedFiles(), close: async () => undefined })
  } catch (error) {
    return failed(unreadableSentence(error, path))
  }
}

async function opened(
  root: string,
  { name, ...rest }: Pick<Colleague, 'refused' | 'close'> & { readonly name?: string },
): Promise<Result<Colleague>> {
  if (await isTooLarge(root, MANIFEST_NAME))
    return failed(`“${name ?? basename(root)}” is no honest workspace: ${MANIFEST_NAME} is too large.`)
  const workspace = await openWorkspace(root)
  if (!workspace.ok) return workspace
  await strangeFiles(root, rest.refused)
  return ok({ name: name ?? workspace.value.manifest.name, workspace: lookedAt(workspace.value), ...rest })
}

/** An archive or a dataset becomes a workspace in a folder of its own. */
async function openFile(path: string, { parser, signal }: OpeningParts): Promise<Result<Colleague>> {
  const name = basename(path)
  const format = (await isArchive(path)) ? 'zip' : await datasetFormatOf(path)
  if (!format) return failed(`“${name}” is no archive of a workspace and no dataset of Glosswright’s.`)
  const folder = await mkdtemp(join(tmpdir(), 'glosswright-merge-'))
  const close = () => rm(folder, { recursive: true, force: true })
  const refused = new RefusedFiles()
  try {
    const how = { folder, refused, parser, signal }
    const unpacked =
      format === 'zip' ? await unpackArchive(path, folder, refused) : await unpackDataset(path, format, how)
    const result = unpacked.ok ? await opened(folder, { name, close, refused }) : unpacked
    if (!result.ok) await close()
    return result
  } catch (error) {
    await close()
    throw error
  }
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1').startsWith('PK\x03\x04')
  } finally {
    await file.close()
  }
}

/** True for what looks like work to merge; only its first bytes are looked at, or the names in an archive. */
export async function isMergeable(path: string): Promise<boolean> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return (await orMissing(stat(join(path, MANIFEST_NAME)))) !== null
    if (!found.isFile()) return false
    return (await isArchive(path)) ? await holdsWorkspace(path) : (await datasetFormatOf(path)) !== null
  } catch {
    return false
  }
}
