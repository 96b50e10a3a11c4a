import { randomBytes } from 'node:crypto'
import { rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { REGISTRY_NAME, registryToFile } from '#shared/format/actors-file.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import { CLEANING_NAME, cleaningToFile } from '#shared/format/cleaning-file.ts'
import { REVIEWS_FOLDER } from '#shared/format/reviews-file.ts'
import { articleIds, readArticle } from './articles.ts'
import { listAnnotators } from './catalogue.ts'
import { readCleaning } from './cleanings.ts'
import { problemOf } from './disk-problem.ts'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { type FileOps, realFileOps } from './file-ops.ts'
import { filesIn } from './folder.ts'
import { annotatorName, pathInside } from './ids.ts'
import { readRecord } from './records.ts'
import { readRegistry } from './registries.ts'
import { readRegularFile } from './regular-file.ts'
import { renamedReview, renameInTeam } from './renamed-review.ts'
import { readReview } from './reviews.ts'
import type { Workspace } from './workspace.ts'

type Names = { readonly before: string; readonly after: string }

/**
 * Gives an annotator's work to another name, since every annotation carries its annotator's. The new folder is made
 * whole out of sight and put in place at once; then the old one is moved out of sight, and kept. Where the new name is
 * in use already, another annotator is meant, and the two stay apart. A failure leaves all as it was. The work must not
 * be open for editing.
 */
export async function renameAnnotator(
  workspace: Workspace,
  before: string,
  after: string,
  ops: FileOps = realFileOps,
): Promise<Result<'moved' | 'apart'>> {
  const name = annotatorName(after)
  if (!name.ok) return name
  const names = { before, after: name.value }
  try {
    const annotators = await listAnnotators(workspace)
    if (annotators.includes(names.after)) return ok('apart')
    return annotators.includes(before) ? await rewrite(workspace, names, ops) : ok('moved')
  } catch (error) {
    return failed(`The annotator “${before}” could not be renamed: ${problemOf(error)}`)
  }
}

async function rewrite(workspace: Workspace, names: Names, ops: FileOps): Promise<Result<'moved'>> {
  const hidden = await pathInside(workspace.root, `.glosswright/renamed/${randomBytes(6).toString('hex')}`)
  const made = join(hidden, 'new')
  try {
    await makeFolderDurably(made)
    const filled = await fill(made, workspace, names)
    if (!filled.ok) return filled
    await exchange(workspace, names, { hidden, made, ops })
    await renameInTeam(workspace, names)
    return ok('moved')
  } finally {
    await rm(made, { recursive: true, force: true })
    // Not empty where the old folder is kept in it.
    await rmdir(hidden).catch(() => undefined)
  }
}

/** Writes all that the old folder holds into `made`, under the new name. */
async function fill(made: string, workspace: Workspace, names: Names): Promise<Result<null>> {
  const articles = new Set(await articleIds(workspace))
  for (const file of await filesIn(workspace.root, 'annotators', names.before)) {
    const isRecord = file.endsWith('.json') && articles.has(file.slice(0, -5))
    const way = isRecord ? renamedRecord : (RENAMED[file] ?? asItIs)
    const content = await way(workspace, names, file)
    if (!content.ok) return content
    await writeDurably(join(made, file), [content.value])
  }
  return fillReviews(join(made, REVIEWS_FOLDER), workspace, names)
}

async function fillReviews(made: string, workspace: Workspace, names: Names): Promise<Result<null>> {
  const files = await filesIn(workspace.root, 'annotators', names.before, REVIEWS_FOLDER)
  if (files.length > 0) await makeFolderDurably(made)
  const articles = new Set(await articleIds(workspace))
  for (const file of files) {
    const isReview = file.endsWith('.json') && articles.has(file.slice(0, -5))
    const content = isReview
      ? await reviewUnder(workspace, names, file)
      : await asItIs(workspace, names, `${REVIEWS_FOLDER}/${file}`)
    if (!content.ok) return content
    await writeDurably(join(made, file), [content.value])
  }
  return ok(null)
}

type Ways = { readonly hidden: string; readonly made: string; readonly ops: FileOps }

/** In this order, so that a crash in between leaves the work under both names rather than under none. */
async function exchange({ root }: Workspace, names: Names, { hidden, made, ops }: Ways): Promise<void> {
  const before = await pathInside(root, `annotators/${names.before}`)
  const after = await pathInside(root, `annotators/${names.after}`)
  ops.rename(made, after)
  try {
    ops.rename(before, join(hidden, 'old'))
  } catch (error) {
    ops.rename(after, made)
    throw error
  }
}

type Content = Result<string | Uint8Array>

async function renamedRecord(workspace: Workspace, names: Names, file: string): Promise<Content> {
  const source = await readArticle(workspace, file.slice(0, -5))
  if (!source.ok) return source
  const read = await readRecord(workspace, names.before, source.value)
  return read.kind === 'ok'
    ? ok(recordWriter(source.value, names.after)(read.document))
    : failed(read.sentence)
}

async function reviewUnder(workspace: Workspace, names: Names, file: string): Promise<Content> {
  const source = await readArticle(workspace, file.slice(0, -5))
  if (!source.ok) return source
  const read = await readReview(workspace, names.before, source.value)
  return read.kind === 'ok' ? ok(renamedReview(source.value, read.document, names)) : failed(read.sentence)
}

async function renamedRegistry(workspace: Workspace, { before, after }: Names): Promise<Content> {
  const read = await readRegistry(workspace, before)
  return read.kind === 'ok' ? ok(registryToFile(read.document, after)) : failed(read.sentence)
}

async function renamedCleaning(workspace: Workspace, { before, after }: Names): Promise<Content> {
  const read = await readCleaning(workspace, before)
  return read.kind === 'ok' ? ok(cleaningToFile(read.document, after)) : failed(read.sentence)
}

/** What else has the annotator's name in it. */
const RENAMED: Readonly<Record<string, typeof asItIs>> = {
  [REGISTRY_NAME]: renamedRegistry,
  [CLEANING_NAME]: renamedCleaning,
}

async function asItIs(workspace: Workspace, { before }: Names, file: string): Promise<Content> {
  return ok(await readRegularFile(await pathInside(workspace.root, `annotators/${before}/${file}`)))
}
