import { type Annotation, manualAnnotation } from './annotation.ts'
import { applyEdit, type Change } from './edit.ts'
import type { Sought } from './occurrences.ts'
import type { AnnotationRecord } from './record.ts'
import { replacedBy } from './replacing.ts'
import type { Span } from './span.ts'

/** ISO 8601, UTC; and ids that nothing else has. */
export type Making = { readonly now: string; readonly newId: () => string }

/** What marking all of `spans` changes in `record`, shorter marks that give way to theirs among it. */
export function propagation(
  record: AnnotationRecord,
  spans: readonly Span[],
  sought: Sought,
  making: Making,
): readonly Change[] {
  const changes = new Map<string, Change>()
  let current = record
  for (const span of spans) {
    const mark = propagatedMark(span, sought, making)
    const made = [
      ...replacedBy(mark, current),
      { kind: 'annotation', id: mark.id, before: null, after: mark },
    ] as const
    current = applyEdit(current, { name: '', changes: made })
    for (const change of made) keep(changes, change)
  }
  return [...changes.values()]
}

/** Of what is changed twice, an act with two roles say, one change is left. */
function keep(changes: Map<string, Change>, change: Change): void {
  const id = 'id' in change ? change.id : change.kind
  const before = changes.get(id)
  changes.set(id, before ? ({ ...change, before: before.before } as Change) : change)
}

function propagatedMark(
  { start, end }: Span,
  { label, actor, by }: Sought,
  { now, newId }: Making,
): Annotation {
  const mark = manualAnnotation({ id: newId(), label, start, end, now })
  return { ...mark, ...(actor === null ? {} : { actor }), origin: { kind: 'propagated', by } }
}

/** What marking all is called in the history. */
export const propagationName = ({ forms }: Pick<Sought, 'forms'>): string =>
  `Mark all “${shortened(forms[0] ?? '')}”`

const LONGEST = 60
const shortened = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words)
