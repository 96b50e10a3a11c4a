import { type ArticleSummary, compareByTitle } from '#shared/domain/article.ts'
import type { Status } from '#shared/domain/record.ts'
import { unitedCorrections } from '#shared/domain/standing-article.ts'
import {
  type AnnotationOutline,
  readAnnotationOutline,
  readMarkSigns,
} from '#shared/format/annotation-file.ts'
import type { Versioned } from '#shared/format/versioned.ts'
import { articleIds, readArticleInfo } from './articles.ts'
import { mapAtOnce } from './at-once.ts'
import { filesIn, foldersIn } from './folder.ts'
import { annotatorName, pathInside } from './ids.ts'
import { readRegularFile } from './regular-file.ts'
import { jsonTextOf } from './utf8.ts'
import type { Workspace } from './workspace.ts'

const AT_ONCE = 16

/** Who has work in the workspace, sorted. */
export async function listAnnotators({ root }: Workspace): Promise<string[]> {
  const folders = await foldersIn(root, 'annotators')
  return folders.filter((folder) => {
    const name = annotatorName(folder)
    return name.ok && name.value === folder
  })
}

/**
 * All articles by title, with what `annotator` has done on them, or all annotators together for null. An annotation
 * file that cannot be read counts as none, and an article file that cannot be read is listed by its id: opening
 * either says what is wrong.
 */
export async function listArticles(
  workspace: Workspace,
  annotator: string | null,
): Promise<ArticleSummary[]> {
  const annotators = annotator === null ? await listAnnotators(workspace) : [annotator]
  const shelves = await Promise.all(annotators.map((name) => shelfOf(workspace, name)))
  const summaries = await mapAtOnce(await articleIds(workspace), AT_ONCE, (id) =>
    summaryOf(workspace, id, shelves),
  )
  return summaries.sort(compareByTitle)
}

/** One annotator's folder and the names of its files, read once for all articles. */
export type Shelf = { readonly annotator: string; readonly files: ReadonlySet<string> }

export async function shelfOf({ root }: Workspace, annotator: string): Promise<Shelf> {
  return { annotator, files: new Set(await filesIn(root, 'annotators', annotator)) }
}

/** An article's row, with what lies about it on the shelves. */
export async function summaryOf(
  workspace: Workspace,
  id: string,
  shelves: readonly Shelf[],
): Promise<ArticleSummary> {
  const info = await readArticleInfo(workspace, id)
  const outlines: AnnotationOutline[] = []
  for (const shelf of shelves) {
    const outline = shelf.files.has(`${id}.json`) ? await outlineOn(workspace, shelf.annotator, id) : null
    if (outline) outlines.push(outline)
  }
  const corrected = unitedCorrections(outlines.map(({ corrections }) => corrections))
  const found = info.ok ? info.value : { title: id, source: null, published: null }
  const { title, source, published } = { ...found, ...corrected }
  return {
    id,
    title,
    source,
    published,
    status: statusOf(outlines.map(({ status }) => status)),
    later: await ifThere(workspace, laterOf(outlines)),
    counts: countsOf(outlines),
  }
}

/** What an annotation file says of itself; null where it cannot be read. */
export const outlineOn = (
  workspace: Workspace,
  annotator: string,
  id: string,
): Promise<AnnotationOutline | null> => readOn(workspace, annotator, id, readAnnotationOutline)

/** What tells the marks in an annotation file from all others; none where it cannot be read. */
export const markSignsOn = async (
  workspace: Workspace,
  annotator: string,
  id: string,
): Promise<readonly string[]> => (await readOn(workspace, annotator, id, readMarkSigns)) ?? []

async function readOn<T>(
  { root }: Workspace,
  annotator: string,
  id: string,
  reading: (json: string, file: string) => Versioned<T>,
): Promise<T | null> {
  const name = `${id}.json`
  const path = pathInside(root, `annotators/${annotator}/${name}`)
  const bytes = await path.then(readRegularFile).catch(() => null)
  const json = bytes && jsonTextOf(bytes)
  const read = json ? reading(json, name) : null
  return read?.kind === 'current' ? read.value : null
}

/** Done when all who have begun are done. */
export function statusOf(statuses: readonly Status[]): Status {
  const begun = statuses.filter((status) => status !== 'new')
  if (begun.length === 0) return 'new'
  return statuses.every((status) => status === 'done') ? 'done' : 'in progress'
}

/** An article whose newer version was deleted is shown again. */
async function ifThere(workspace: Workspace, id: string | null): Promise<string | null> {
  return id !== null && (await readArticleInfo(workspace, id)).ok ? id : null
}

/** The newer version, where all who have begun have gone on to one. */
function laterOf(outlines: readonly AnnotationOutline[]): string | null {
  const begun = outlines.filter(
    ({ status, annotations, later }) => status !== 'new' || annotations.length > 0 || later !== null,
  )
  const later = begun.map((outline) => outline.later)
  return later.every((id) => id !== null) ? (later[0] ?? null) : null
}

function countsOf(outlines: readonly AnnotationOutline[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { annotations } of outlines) {
    for (const { label } of annotations) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
