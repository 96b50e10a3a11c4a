import { codePointMap } from '../../domain/code-points.ts'
import type { ReadAnnotation } from './adapter.ts'
import { spanFaultIn } from './read-values.ts'

/** What is wrong with marks that were read in a text, as a sentence; null when nothing is. Offsets are code points. */
export function markFault(text: string, marks: readonly ReadAnnotation[]): string | null {
  const map = codePointMap(text)
  const ids = new Set<string>()
  for (const mark of marks) {
    const fault = spanFaultIn(mark, map.length)
    if (fault) return `The mark “${mark.label}” cannot stand in its text. ${fault}`
    const quote = text.slice(map.toUtf16(mark.start), map.toUtf16(mark.end))
    if (mark.text !== undefined && mark.text !== quote)
      return `The mark “${mark.label}” says that it is “${mark.text}”, but it stands on “${quote}”.`
    if (mark.id !== undefined && ids.has(mark.id)) return `Two marks have the id “${mark.id}”.`
    if (mark.id !== undefined) ids.add(mark.id)
  }
  return null
}
