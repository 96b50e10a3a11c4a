import type { Annotation } from '#shared/domain/annotation.ts'
import { caretAt } from '#shared/domain/selection.ts'
import { type Span, spansOverlap } from '#shared/domain/span.ts'
import { unitAfter, unitBefore } from '#shared/domain/units.ts'
import { desk, type OpenArticle, say, schemeInUse } from './desk.ts'
import { choose, rankFrom, selectAnnotation } from './selecting.ts'

/** Selects the next (`1`) or previous (`-1`) act: an annotation that has roles. */
export function stepAct(direction: 1 | -1) {
  const { open } = desk.getState()
  if (!open) return
  const { annotations } = open.record
  const labels = new Set(schemeInUse().roles.flatMap(({ on }) => on))
  let rank = rankFrom(open, direction)
  for (let tried = 0; tried < annotations.size; tried++, rank += direction) {
    const found = annotations.at((rank + 2 * annotations.size) % annotations.size) as Annotation
    if (labels.has(found.label)) return selectAnnotation(found.id)
  }
  say('There is no act in this article yet.')
}

/** Puts the caret to the next (`1`) or previous (`-1`) sentence that nothing is marked in, boilerplate left out. */
export function stepUnmarked(direction: 1 | -1) {
  const { open } = desk.getState()
  if (!open) return
  const from = open.selection.head
  const found = unmarkedFrom(open, from, direction)
  if (!found) return say(`There is no sentence without a mark ${direction > 0 ? 'below' : 'above'}.`)
  choose(null, caretAt(found.start))
  desk.setState({ reveal: { span: found } })
}

function unmarkedFrom(open: OpenArticle, from: number, direction: 1 | -1): Span | undefined {
  const { text, record, article } = open
  const next = ({ start, end }: Span) =>
    direction > 0 ? unitAfter(text, end, 'sentence') : unitBefore(text, start, 'sentence')
  for (let found = next({ start: from, end: from }); found; found = next(found)) {
    const sentence = found
    const isHere = sentence.start <= from && from < sentence.end
    const isMarked = record.annotations.overlapping(sentence).length > 0
    const isBoilerplate = article.boilerplate.some((range) => spansOverlap(range, sentence))
    if (!isHere && !isMarked && !isBoilerplate) return sentence
  }
  return undefined
}
