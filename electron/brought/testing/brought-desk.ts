import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BulkEdits } from '#electron/bulk-edits.ts'
import type { Parser } from '#electron/import/parser-process.ts'
import { parserHere } from '#electron/import/testing/parser-here.ts'
import { sha256 } from '#electron/library/hash.ts'
import { HistoryLog } from '#electron/library/history-log.ts'
import { readRecord } from '#electron/library/records.ts'
import { silentEvents } from '#electron/library/store-events.ts'
import { must, tempFolder } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { WorkspaceStore } from '#electron/library/workspace-store.ts'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { codePointMap } from '#shared/domain/code-points.ts'
import { NOTHING_KNOWN } from '#shared/domain/metadata.ts'
import { type Label, labelOf, type Scheme } from '#shared/domain/scheme.ts'
import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import { OFFSETS } from '#shared/format/article-file.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import type { BroughtChoices, BroughtReport } from '#shared/ipc/exchange.ts'
import { someFrame } from '#shared/testing/datasets.ts'
import { now } from '#shared/testing/samples.ts'
import type { Gathered } from '../gathering.ts'
import { readBrought } from '../reading.ts'
import { sourceFiles } from '../source-files.ts'
import { takeBrought } from '../taking.ts'
import { plainParser } from './plain-parser.ts'

export const ME: BroughtChoices = {
  labels: {},
  as: { kind: 'me' },
  from: null,
  takesTexts: true,
  isPartial: false,
}

type Marking = Partial<AnnotationObject> & { readonly on: string }

/** An article of a file, with marks on words of it. The file gives it an id of its own. */
export function fileArticle(
  text: string,
  marks: readonly Marking[] = [],
  rest: Partial<DatasetArticle> = {},
): DatasetArticle {
  const { retrieved: _, ...metadata } = NOTHING_KNOWN
  const head = {
    id: `article-${sha256(text).slice(0, 8)}`,
    title: 'Harbour talks',
    ...metadata,
    sha256: sha256(text),
    status: 'new' as const,
  }
  const annotations = marks.map((mark, i) => markOf(text, mark, `m${i}`))
  return { ...head, boilerplate: [], ...rest, text, annotations }
}

function markOf(text: string, { on, ...rest }: Marking, id: string): AnnotationObject {
  const at = text.indexOf(on)
  const { toCodePoint } = codePointMap(text)
  return {
    ...{ id, label: 'actor', start: toCodePoint(at), end: toCodePoint(at + on.length), text: on },
    ...{ attributes: {}, roles: {}, certainty: 'sure', annotator: 'Ada', origin: { kind: 'manual' } },
    ...{ created: now, updated: now },
    ...rest,
  } as AnnotationObject
}

/** The lines of a `glosswright-jsonl` file, whose scheme knows the labels. */
export const linesOf = (articles: readonly DatasetArticle[], actors: readonly Actor[] = []): string =>
  [{ ...someFrame, scheme: schemeFor(articles), actors, ...HEAD }, ...articles]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('')

const HEAD = { format: 'glosswright/dataset-lines', version: 1, offsets: OFFSETS }

function schemeFor(articles: readonly DatasetArticle[]): Scheme {
  const [actor] = ACA_1.labels
  const used = new Set(articles.flatMap(({ annotations }) => annotations.map(({ label }) => label)))
  const strange = [...used].filter((label) => typeof label === 'string' && label && !labelOf(ACA_1, label))
  const added = strange.map((id) => ({ ...(actor as Label), id, title: id, key: '' }))
  return { ...ACA_1, labels: [...ACA_1.labels, ...added] }
}

/** A folder with these files in it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await tempFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** What a file of that content says in a workspace. */
export async function gatheredFrom(
  workspace: Workspace,
  content: string | Uint8Array,
  parser: Parser = plainParser,
): Promise<Gathered> {
  const folder = await folderWith({ 'marks.jsonl': content })
  const reading = { path: join(folder, 'marks.jsonl'), format: 'glosswright-jsonl', parser }
  return gatheredAt(workspace, reading)
}

type Reading = { readonly path: string; readonly format: string; readonly parser: Parser }

async function gatheredAt(workspace: Workspace, { path, format, parser }: Reading): Promise<Gathered> {
  const source = must(await sourceFiles(path))
  const { signal } = new AbortController()
  const read = must(
    await readBrought(source, format, { workspace, parser, signal, onProgress: () => undefined }),
  )
  open.push(read.spool)
  return read
}

/** What an annotator has on an article. */
export async function marksOf(
  workspace: Workspace,
  source: ArticleText,
  annotator = 'Ana',
): Promise<readonly Annotation[]> {
  const read = await readRecord(workspace, annotator, source)
  if (read.kind !== 'ok') throw new Error(read.sentence)
  return [...read.document.annotations]
}

const open: { close: () => unknown }[] = []
/** Closes all that was opened for a test. */
export async function closeDesks(): Promise<void> {
  for (const one of open.splice(0)) await one.close()
}

/** Ana's desk, as after a start of the app. */
export async function deskIn(workspace: Workspace) {
  const storeFor = (annotator: string) => new WorkspaceStore({ workspace, annotator, events: silentEvents })
  const store = storeFor('Ana')
  await Promise.all([store.openRegistry(), store.openManifest()])
  const history = await HistoryLog.of(workspace, 'Ana')
  open.push(store, history)
  const bulk = new BulkEdits({
    ...{ workspace, annotator: 'Ana', store, storeFor, history },
    onProgress: () => undefined,
    onEdited: () => undefined,
  })
  const make = bulk.make.bind(bulk)
  return { bulk, store, history, parts: { workspace, annotator: 'Ana', flush: () => store.flush(), make } }
}

/** Takes what a file of that content says, for Ana. */
export async function take(
  workspace: Workspace,
  content: string | Uint8Array,
  choices: Partial<BroughtChoices> = {},
  parser: Parser = plainParser,
): Promise<BroughtReport> {
  return takeAll(workspace, await gatheredFrom(workspace, content, parser), choices)
}

/** The same with files as they lie there. */
export const takeFrom = async (workspace: Workspace, path: string, format: string): Promise<BroughtReport> =>
  takeAll(workspace, await gatheredAt(workspace, { path, format, parser: parserHere }), {})

async function takeAll(
  workspace: Workspace,
  gathered: Gathered,
  choices: Partial<BroughtChoices>,
): Promise<BroughtReport> {
  const { parts } = await deskIn(workspace)
  return must(await takeBrought(gathered, { ...ME, ...choices }, parts))
}
