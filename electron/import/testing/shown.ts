import { METADATA_FIELDS } from '#shared/domain/metadata.ts'
import type { Reading } from '../reading.ts'

/** A reading for the eye: what is known, the text with its boilerplate in brackets, and why each of it is such. */
export function shown({ text, found, boilerplate, decoded }: Reading): string {
  const known = METADATA_FIELDS.flatMap((field) => {
    const one = found[field]
    if (!one) return []
    const { from, span, certainty } = one.evidence
    const place = span ? `, at “${text.slice(span.start, span.end)}”` : ''
    return [`${field}: ${one.value} (${from}, ${certainty}${place})`]
  })
  const reasons = boilerplate.map(({ kind, reason }, i) => `${i + 1}. ${kind}: ${reason}`)
  const how = `${decoded.encoding}, ${decoded.certainty}`
  return [...known, '', how, '', marked(text, boilerplate), '', ...reasons, ''].join('\n')
}

function marked(text: string, boilerplate: Reading['boilerplate']): string {
  let at = 0
  let result = ''
  for (const [i, { start, end }] of boilerplate.entries()) {
    result += `${text.slice(at, start)}⟦${i + 1} ${text.slice(start, end)}⟧`
    at = end
  }
  return result + text.slice(at)
}
