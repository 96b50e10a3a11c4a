import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { linesOf } from '#shared/domain/lines.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Result } from '#shared/domain/result.ts'
import { caretAt } from '#shared/domain/selection.ts'
import type { OpenedArticle, RecordView, WorkspaceView } from '#shared/ipc/contract.ts'
import { bridge } from '../bridge.ts'
import { desk, noFind } from './desk.ts'
import { reflectRecord } from './listing.ts'

export function recordFrom({ annotations, ...rest }: RecordView): AnnotationRecord {
  return { ...rest, annotations: AnnotationSet.from(JSON.parse(annotations) as Annotation[]) }
}

/** Opens an article in the reader, unless another was asked for meanwhile. True when it is open. */
export async function loadArticle(articleId: string): Promise<boolean> {
  const request = ++latest
  const answer = await bridge.request('article:open', articleId)
  return request === latest && showAnswer(articleId, answer)
}
let latest = 0

/** Shows the article that came with its workspace, in the place of any that is still on its way. True when it is open. */
export function showFirst({ articleId, opened }: NonNullable<WorkspaceView['first']>): boolean {
  latest++
  return showAnswer(articleId, opened)
}

function showAnswer(articleId: string, answer: Result<OpenedArticle>): boolean {
  const problem = answer.ok ? tooLong(answer.value.text) : answer.problem.sentence
  if (answer.ok && !problem) show(answer.value)
  else desk.setState({ open: null, unopened: { articleId, sentence: problem ?? '' }, find: noFind })
  return problem === null
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
  if (answer.ok) show(answer.value)
  else desk.setState({ notice: answer.problem.sentence })
}

function show({ article, text, record, access, restore }: OpenedArticle): void {
  const open = {
    article,
    text,
    lines: linesOf(text),
    record: recordFrom(record),
    access,
    restore,
    selected: null,
    recent: null,
    edge: 0,
    selection: caretAt(0),
  }
  desk.setState({ open, unopened: null, find: noFind, reveal: null, foldsBoilerplate: true, notice: null })
  reflectRecord(open)
}

/** Opens the next (`1`) or previous (`-1`) article of the list as it is shown. */
export async function stepArticle(direction: 1 | -1): Promise<void> {
  const { shown, open, unopened } = desk.getState()
  const next = shown.at(shown.rankOf(open?.article.id ?? unopened?.articleId) + direction)
  if (next) await openArticle(next.id)
}
