import type { Annotation } from '#shared/domain/annotation.ts'
import { partsOver } from '#shared/domain/boilerplate.ts'
import { caretAt } from '#shared/domain/selection.ts'
import type { Span } from '#shared/domain/span.ts'
import { unitAfter, unitBefore } from '#shared/domain/units.ts'
import { desk, type OpenArticle, say, schemeInUse } from './desk.ts'
import { rankFrom } from './filtering.ts'
import { choose, selectAnnotation } from './selecting.ts'
import { standingOf } from './standing.ts'

/** Selects the next (`1`) or previous (`-1`) act: an annotation that has roles. */
export function stepAct(direction: 1 | -1) {
  const { open } = desk.getState()
  if (!open) return
  const { annotations } = open.record
  const labels = new Set(schemeInUse().roles.flatMap(({ on }) => on))
  let rank = rankFrom(open, annotations, direction)
  for (let tried = 0; tried < annotations.size; tried++, rank += direction) {
    const found = annotations.at((rank + 2 * annotations.size) % annotations.size) as Annotation
    if (labels.has(found.label)) return selectAnnotation(found.id)
  }
  say('There is no act in this article yet.')
}

/** Puts the caret to the next (`1`) or previous (`-1`) sentence that nothing is marked in, boilerplate left out. */
export async function stepUnmarked(direction: 1 | -1) {
  const { open } = desk.getState()
  if (!open) return
  const found = await unmarkedFrom(open, direction)
  // Something else may have been done while a long article was gone through.
  if (desk.getState().open !== open) return
  if (!found) return say(`There is no sentence without a mark ${direction > 0 ? 'below' : 'above'}.`)
  choose(null, caretAt(found.start))
  desk.setState({ reveal: { span: found } })
}

/** Milliseconds after which keys and frames have their turn. */
const TURN = 12

async function unmarkedFrom(open: OpenArticle, direction: 1 | -1): Promise<Span | undefined> {
  const { text, selection } = open
  const next = ({ start, end }: Span) =>
    direction > 0 ? unitAfter(text, end, 'sentence') : unitBefore(text, start, 'sentence')
  let until = performance.now() + TURN
  for (let found = next(caretAt(selection.head)); found; found = next(found)) {
    if (isUnmarked(open, found)) return found
    if (performance.now() < until) continue
    await new Promise((resolve) => setTimeout(resolve))
    until = performance.now() + TURN
  }
  return undefined
}

function isUnmarked(open: OpenArticle, sentence: Span): boolean {
  const { record, selection } = open
  const isHere = sentence.start <= selection.head && selection.head < sentence.end
  const isBoilerplate = partsOver(standingOf(open).boilerplate, sentence).length > 0
  return !isHere && !isBoilerplate && record.annotations.overlapping(sentence).length === 0
}
