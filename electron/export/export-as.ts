import { lstat, mkdir, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { problemOf } from '#electron/library/disk-problem.ts'
import { makeFolderDurably, tempFor } from '#electron/library/durable-write.ts'
import { errorCode, orMissing } from '#electron/library/file-ops.ts'
import { removeStaleTemps } from '#electron/library/stale-temps.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import {
  type ExportAccount,
  type ExportedFile,
  MANIFEST_FILE,
  manifestText,
} from '#shared/format/export-manifest.ts'
import type { ExportSettings } from '#shared/format/export-settings.ts'
import type { Adapter } from '#shared/format/interchange/adapter.ts'
import { adapterOf } from '#shared/format/interchange/adapters.ts'
import { optionFault } from '#shared/format/interchange/format.ts'
import { type Beside, type Loss, lossWords } from '#shared/format/interchange/losses.ts'
import { faultIn } from '#shared/format/interchange/proving.ts'
import { openBuffered } from './buffered-file.ts'
import { diskSink } from './disk-sink.ts'
import { type Place, placeFor } from './export-place.ts'
import { ExportStopped } from './export-stopped.ts'
import { fileAt } from './file-at.ts'
import { putInPlace } from './put-in-place.ts'
import { type Selection, selectionOf } from './selection.ts'
import { type Spool, spooled } from './spool.ts'
import { Steps } from './steps.ts'

export type ExportReport = {
  /** Id of the format. */
  readonly format: string
  /** The file or folder that was written, links followed. */
  readonly out: string
  readonly articles: number
  /** One in several pieces counts once. */
  readonly annotations: number
  /** What annotations lose. */
  readonly loss: readonly Loss[]
  /** What else is not in it. */
  readonly beside: readonly Beside[]
}

export type ExportWay = {
  readonly out: string
  readonly signal?: AbortSignal
  /** In steps of about an article; each is gone through several times. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Writes what is wanted of a workspace in a format. All of it is written beside `out`, forced to the disk and proven by
 * reading it back, and only then gets its name: what lay there before stays until then, and whenever anything goes
 * wrong. Equal workspaces give equal bytes.
 */
export async function exportAs(
  workspace: Workspace,
  settings: ExportSettings,
  way: ExportWay,
): Promise<Result<ExportReport>> {
  const adapter = adapterOf(settings.format)
  return adapter
    ? exportWith(adapter, workspace, { settings, way })
    : failed(`There is no format “${settings.format}”.`)
}

/** The same by a given adapter, whatever the settings call it. */
export async function exportWith(
  adapter: Adapter,
  workspace: Workspace,
  { settings, way }: { readonly settings: ExportSettings; readonly way: ExportWay },
): Promise<Result<ExportReport>> {
  const fault = optionFault(adapter.format, settings.options)
  if (fault) return failed(fault)
  try {
    const place = await placeFor(workspace, adapter.format.shape, way.out)
    const selection = await selectionOf(workspace, settings, way.signal)
    return ok(await exportTo(place, { adapter, settings, selection, way }))
  } catch (error) {
    if (error instanceof ExportStopped) return failed(error.message)
    if (errorCode(error)) return failed(`“${way.out}” could not be written: ${problemOf(error)}`)
    throw error
  }
}

type Work = {
  readonly adapter: Adapter
  readonly settings: ExportSettings
  readonly selection: Selection
  readonly way: ExportWay
}

async function exportTo(place: Place, work: Work): Promise<ExportReport> {
  const missing = await missingAbove(place.out)
  const temp = tempFor(place.out)
  try {
    await makeFolderDurably(dirname(place.out))
    await removeStaleTemps(dirname(place.out))
    await mkdir(temp)
    const report = await exportThrough(temp, place, work)
    await removed(temp)
    return report
  } catch (error) {
    await removed(temp)
    for (const folder of missing) await rmdir(folder).catch(() => undefined)
    throw error
  }
}

/** Where it cannot be removed, a later export tries again. */
const removed = (temp: string): Promise<void> =>
  rm(temp, { recursive: true, force: true }).catch(() => undefined)

/** The folders above a place that have to be made, the deepest first. */
async function missingAbove(path: string): Promise<readonly string[]> {
  const folder = dirname(path)
  const isThere = folder === path || (await orMissing(lstat(folder))) !== null
  return isThere ? [] : [folder, ...(await missingAbove(folder))]
}

async function exportThrough(temp: string, place: Place, work: Work): Promise<ExportReport> {
  const { adapter, settings, selection, way } = work
  const passes = adapter.read ? 3 : 2
  const steps = new Steps(passes * selection.total, way.onProgress, way.signal)
  const onProgress = (done: number): void => steps.reach(done)
  const spool = await spooled(selection, temp, { adapter, settings, signal: way.signal, onProgress })
  const isLost = spool.loss.some(({ kind }) => kind === 'articles')
  if (spool.count.articles === 0 && !isLost && !selection.isOfNone) throw new ExportStopped(NOTHING_CHOSEN)
  if (settings.onLoss === 'fail' && spool.loss.length > 0) throw new ExportStopped(lossSentence(spool.loss))
  const folder = join(temp, 'files')
  await mkdir(folder)
  const files = await writeFiles(folder, place, { ...work, spool, steps })
  await prove(folder, files, { ...work, spool, steps })
  const manifest = manifestIn(temp, folder, { adapter, loss: spool.loss })
  if (manifest !== null) await writeManifest(manifest, accountOf(work, spool, files))
  steps.check()
  await putInPlace({ temp, folder, manifest }, place)
  const { count, loss, beside } = spool
  return { format: adapter.format.id, out: place.out, ...count, loss, beside }
}

/** Where the manifest is made; null for a dataset, which tells all that one would, unless something is not in it. */
function manifestIn(
  temp: string,
  folder: string,
  { adapter: { format }, loss }: { readonly adapter: Adapter; readonly loss: readonly Loss[] },
): string | null {
  if (loss.length === 0 && ['glosswright', 'glosswright-jsonl'].includes(format.id)) return null
  return join(format.shape === 'folder' ? folder : temp, MANIFEST_FILE)
}

const NOTHING_CHOSEN = 'Nothing was exported, because no article is among what was chosen.'

const lossSentence = (loss: readonly Loss[]): string =>
  `Nothing was exported, because something would be lost: ${loss.map(lossWords).join(', ')}.`

type Written = Work & { readonly spool: Spool; readonly steps: Steps }

async function writeFiles(
  folder: string,
  { out, shape }: Place,
  { adapter, settings, selection, spool, steps }: Written,
): Promise<readonly ExportedFile[]> {
  const sink = diskSink(folder, shape === 'file' ? basename(out) : null)
  const articles = () => steps.through(spool.articles(), selection.total)
  try {
    await adapter.write({ frame: selection.frame, articles, options: settings.options }, sink)
    await sink.sync()
    return sink.files()
  } finally {
    await sink.abandon()
  }
}

/** @throws {ExportStopped} which names what does not hold. */
async function prove(
  folder: string,
  files: readonly ExportedFile[],
  { adapter, selection, spool, steps }: Written,
): Promise<void> {
  if (!adapter.read) return
  const articles = () => steps.through(spool.articles(), 2 * selection.total)
  const written = files.map(({ path }) => fileAt(join(folder, path), path))
  const fault = await faultIn(adapter, { frame: selection.frame, articles }, written)
  if (fault !== null)
    throw new ExportStopped(`Nothing was exported, because what was written does not hold: ${fault}.`)
}

const accountOf = (
  { adapter, settings, selection: { frame } }: Work,
  { loss, beside, summaries }: Spool,
  files: readonly ExportedFile[],
): ExportAccount => ({
  frame,
  offsets: adapter.format.offsets,
  settings,
  loss,
  beside,
  isProven: adapter.read !== undefined,
  files,
  articles: summaries,
})

async function writeManifest(path: string, account: ExportAccount): Promise<void> {
  const file = await openBuffered(path)
  try {
    for await (const piece of manifestText(account)) await file.write(piece)
    await file.close()
  } finally {
    await file.abandon()
  }
}
