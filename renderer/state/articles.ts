import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { lastEdgeOf } from '#shared/domain/edges.ts'
import { linesOf } from '#shared/domain/lines.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import { failed, ok, type Problem, type Result } from '#shared/domain/result.ts'
import { caretAt } from '#shared/domain/selection.ts'
import type { OpenedRecord, RecordView, WorkspaceView } from '#shared/ipc/contract.ts'
import { bridge } from '../bridge.ts'
import { type ArticleInLines, desk, noFind, say } from './desk.ts'
import { reflectRecord } from './listing.ts'
import { leave, placeIn } from './places.ts'

export function recordFrom({ annotations, ...rest }: RecordView): AnnotationRecord {
  return { ...rest, annotations: AnnotationSet.from(JSON.parse(annotations) as Annotation[]) }
}

/** `overtaken` when another was asked for meanwhile. */
export type Opening = 'open' | 'failed' | 'overtaken'

/** Opens an article in the reader, unless another was asked for meanwhile; until then nothing is edited in the one before. */
export async function loadArticle(articleId: string): Promise<Opening> {
  const request = ++latest
  try {
    return await load(articleId, request)
  } catch (error) {
    if (request === latest) desk.setState({ opening: null, preparing: null })
    throw error
  }
}

async function load(articleId: string, request: number): Promise<Opening> {
  prepare(null)
  desk.setState({ opening: articleId })
  const [reading, opening] = [
    bridge.request('article:read', articleId),
    bridge.request('article:open', articleId),
  ]
  const text = await reading
  if (request !== latest) return 'overtaken'
  const read = text.ok ? inLines(text.value) : text
  if (!read.ok) return showProblem(articleId, read.problem)
  if (read.value.text.length > SHORT) prepare(read.value)
  const opened = await opening
  if (request !== latest) return 'overtaken'
  return opened.ok ? show(read.value, opened.value) : showProblem(articleId, opened.problem)
}
let latest = 0

/** Characters: up to here the annotations are there before the text is laid out, and a frame for it alone is lost. */
const SHORT = 50_000

/** Shows the article that came with its workspace, in the place of any that is still on its way. */
export function showFirst({ articleId, opened }: NonNullable<WorkspaceView['first']>): Opening {
  latest++
  if (!opened.ok) return showProblem(articleId, opened.problem)
  const read = inLines(opened.value)
  return read.ok ? show(read.value, opened.value) : showProblem(articleId, read.problem)
}

/** The article that is open is in the reader already. */
function prepare(article: ArticleInLines | null): void {
  const { open, preparing } = desk.getState()
  const next = article?.article.id === open?.article.id ? null : article
  if (next !== preparing) desk.setState({ preparing: next })
}

function showProblem(articleId: string, { sentence }: Problem): Opening {
  desk.setState({
    open: null,
    opening: null,
    preparing: null,
    unopened: { articleId, sentence },
    find: noFind,
  })
  return 'failed'
}

function inLines({ article, text }: ArticleText): Result<ArticleInLines> {
  const problem = tooLong(text)
  return problem === null ? ok({ article, text, lines: linesOf(text) }) : failed(problem)
}

const LONGEST_LINE = 200_000

/** Laying out one line takes the more time for each character the longer it is: past this the desk would stand still. */
function tooLong(text: string): string | null {
  const longest = text.split('\n').reduce((most, { length }) => Math.max(most, length), 0)
  if (longest <= LONGEST_LINE) return null
  return `This article has a line of ${longest.toLocaleString('en')} characters, too long to show. Break it into paragraphs and import it again.`
}

/** Opens `articleId` if it isn't open already. */
export async function openArticle(articleId: string): Promise<void> {
  if (desk.getState().open?.article.id !== articleId) await loadArticle(articleId)
}

/** Goes on with the article's last good annotations, or with none, after the file was damaged. */
export async function restoreArticle(version: 'last-good' | 'empty'): Promise<void> {
  const { open } = desk.getState()
  if (!open) return
  const answer = await bridge.request('article:restore', open.article.id, version)
  if (desk.getState().open?.article.id !== open.article.id) return
  if (answer.ok) show(open, answer.value)
  else say(answer.problem.sentence)
}

function show({ article, text, lines }: ArticleInLines, { record, access, restore }: OpenedRecord): Opening {
  const before = desk.getState().open
  if (before) leave(before)
  const place = placeIn(article.id, text.length)
  const known = recordFrom(record)
  const selected = place?.selected ? known.annotations.get(place.selected) : undefined
  const open = {
    article,
    text,
    lines,
    record: known,
    access,
    restore,
    selected: selected?.id ?? null,
    recent: selected?.id ?? null,
    edge: selected ? lastEdgeOf(selected) : 0,
    selection: place?.selection ?? caretAt(0),
  }
  const reveal = place && { span: caretAt(place.selection.head) }
  desk.setState({ open, opening: null, preparing: null, ...untouched, reveal })
  reflectRecord(open)
  return 'open'
}

const untouched = {
  unopened: null,
  find: noFind,
  foldsBoilerplate: true,
  pointedOut: null,
  notice: null,
  noticeWay: null,
} as const

/** Opens the next (`1`) or previous (`-1`) article of the list as it is shown. */
export async function stepArticle(direction: 1 | -1): Promise<void> {
  const { shown, open, unopened } = desk.getState()
  const next = shown.at(shown.rankOf(open?.article.id ?? unopened?.articleId) + direction)
  if (next) await openArticle(next.id)
}
