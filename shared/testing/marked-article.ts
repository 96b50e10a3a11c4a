import type { Boilerplate } from '../domain/boilerplate.ts'
import { METADATA_FIELDS, type Metadata, NOTHING_KNOWN } from '../domain/metadata.ts'

/** An article that a person went through: its text, what in it is boilerplate, and what is known of it. */
export type MarkedArticle = {
  readonly name: string
  readonly text: string
  readonly boilerplate: readonly Boilerplate[]
  readonly metadata: Metadata
}

const RULE = '====\n'
const MARK = /⟦(?<kind>[a-z ]+)\|(?<words>[^⟦⟧]*)⟧/gu

/** Reads `field: value` lines, a line of `====`, and the text, in which `⟦kind|words⟧` are boilerplate. */
export function readMarkedArticle(name: string, source: string): MarkedArticle {
  const at = source.indexOf(RULE)
  if (at < 0) throw new Error(`${name} has no line of ====`)
  return { name, metadata: readHeader(source.slice(0, at)), ...readMarks(source.slice(at + RULE.length)) }
}

function readHeader(header: string): Metadata {
  const rows = Array.from(header.matchAll(/^(\w+): (.+)$/gmu), ([, field, value]) => [field, value])
  const unknown = rows.find(([field]) => !METADATA_FIELDS.some((known) => known === field))
  if (unknown) throw new Error(`There is no field “${unknown[0]}”`)
  return { ...NOTHING_KNOWN, title: '', ...Object.fromEntries(rows) }
}

function readMarks(source: string): Pick<MarkedArticle, 'text' | 'boilerplate'> {
  const boilerplate: Boilerplate[] = []
  let text = ''
  let from = 0
  for (const { 0: whole, index, groups } of source.matchAll(MARK)) {
    text += source.slice(from, index)
    const words = groups?.words ?? ''
    boilerplate.push({
      start: text.length,
      end: text.length + words.length,
      kind: groups?.kind ?? '',
      reason: '',
    })
    text += words
    from = index + whole.length
  }
  return { text: text + source.slice(from), boilerplate }
}
