import { SaxesParser } from 'saxes'
import { type InFile, UnreadableFile } from '#shared/format/interchange/adapter.ts'
import type { ZipMember } from '#shared/format/interchange/zip-directory.ts'
import { zipPieces } from '#shared/format/interchange/zip-in.ts'
import { utf8Decoder } from '#shared/format/utf8.ts'

export type XmlEvent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open'
      /** Without its prefix. */
      readonly name: string
      readonly attributes: Readonly<Record<string, string>>
    }
  | { readonly kind: 'close'; readonly name: string }

/**
 * What is met in a member of a workbook, in its order, many at a time; nothing outside of it is ever looked up.
 *
 * @throws {UnreadableFile}
 */
export async function* xmlEvents(file: InFile, member: ZipMember): AsyncGenerator<readonly XmlEvent[]> {
  const events: XmlEvent[] = []
  const parser = parserInto(events)
  const decoder = utf8Decoder()
  const taken = (take: () => void): readonly XmlEvent[] => {
    try {
      take()
    } catch {
      throw new UnreadableFile(`“${member.name}” in “${file.path}” is not XML, or only a part of it.`)
    }
    return events.splice(0)
  }
  for await (const { bytes } of zipPieces(file, [member]))
    for (let at = 0; at < bytes.length; at += AT_ONCE) {
      const piece = bytes.subarray(at, at + AT_ONCE)
      yield taken(() => void parser.write(decoder.decode(piece, { stream: true })))
    }
  yield taken(() => void parser.write(decoder.decode()).close())
}

/** Bytes of XML of which the events are held. */
const AT_ONCE = 65_536

function parserInto(events: XmlEvent[]): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  /** How a word is spoken is no part of it. */
  let phonetic = 0
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name)
    if (local === 'rPh') phonetic++
    events.push({ kind: 'open', name: local, attributes })
  })
  parser.on('closetag', ({ name }) => {
    if (localName(name) === 'rPh') phonetic--
    events.push({ kind: 'close', name: localName(name) })
  })
  const take = (text: string): void => {
    if (phonetic === 0) events.push({ kind: 'text', text })
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('doctype', () => {
    throw new Error('a workbook has none')
  })
  return parser
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
