import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { linesOf } from '#shared/domain/lines.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { OpenedArticle, RecordView } from '#shared/ipc/contract.ts'
import { bridge } from '../bridge.ts'
import { desk, noFind } from './desk.ts'

export function recordFrom({ annotations, ...rest }: RecordView): AnnotationRecord {
  return { ...rest, annotations: AnnotationSet.from(JSON.parse(annotations) as Annotation[]) }
}

/** Opens an article in the reader, unless another was asked for meanwhile. True when it is open. */
export async function loadArticle(articleId: string): Promise<boolean> {
  const request = ++latest
  const answer = await bridge.request('article:open', articleId)
  if (request !== latest) return false
  if (answer.ok) show(answer.value)
  else desk.setState({ open: null, unopened: { articleId, sentence: answer.problem.sentence }, find: noFind })
  return answer.ok
}
let latest = 0

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

function show({ article, text, record, access, lastGood }: OpenedArticle): void {
  desk.setState({
    open: {
      article,
      text,
      lines: linesOf(text),
      record: recordFrom(record),
      access,
      lastGood,
      selected: null,
      selection: { start: 0, end: 0 },
    },
    unopened: null,
    find: noFind,
    reveal: null,
    notice: null,
  })
}

/** Opens the next (`1`) or previous (`-1`) article of the list as it is shown. */
export async function stepArticle(direction: 1 | -1): Promise<void> {
  const { shown, open, unopened } = desk.getState()
  const current = shown.findIndex(({ id }) => id === (open?.article.id ?? unopened?.articleId))
  const next = shown[current + direction]
  if (next) await openArticle(next.id)
}
