import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../adapter.ts'

/** What an XML document says, in its order. Names are without their prefix. */
export type XmlEvent =
  | {
      readonly kind: 'open'
      readonly name: string
      /** Of the namespace that the name is in; empty where it is in none. */
      readonly uri: string
      /** By their names; those in a namespace by `{namespace}name`. */
      readonly attributes: ReadonlyMap<string, string>
      readonly line: number
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const DEEPEST = 64
const MOST_ELEMENTS = 20_000_000

/**
 * XML of somebody else's, piece by piece. No entity but the five of XML itself is known and nothing outside is read: a
 * document with a document type is refused, as is one that is nested too deep.
 * @param file names it in sentences.
 * @throws {UnreadableFile}
 */
export async function* xmlEvents(texts: AsyncIterable<string>, file: string): AsyncGenerator<XmlEvent> {
  const reader = new XmlReader(file)
  for await (const text of texts) yield* reader.take(text)
  yield* reader.end()
}

class XmlReader {
  readonly #parser = new SaxesParser<{ xmlns: true }>({ xmlns: true })
  readonly #file: string
  #events: XmlEvent[] = []
  #depth = 0
  #elements = 0

  constructor(file: string) {
    this.#file = file
    this.#parser.on('doctype', () => this.#refuse('has a document type, which is not read'))
    this.#parser.on('error', () => this.#refuse('is not XML, or only a part of it'))
    this.#parser.on('text', (text) => this.#events.push({ kind: 'text', text }))
    this.#parser.on('cdata', (text) => this.#events.push({ kind: 'text', text }))
    this.#parser.on('opentag', ({ local, uri, attributes }) => {
      this.#count()
      const values = Object.values(attributes).map((one) => [nameOf(one), one.value] as const)
      this.#events.push({
        kind: 'open',
        name: local,
        uri,
        attributes: new Map(values),
        line: this.#parser.line,
      })
    })
    this.#parser.on('closetag', ({ local }) => {
      this.#depth--
      this.#events.push({ kind: 'close', name: local })
    })
  }

  take(text: string): readonly XmlEvent[] {
    this.#parser.write(text)
    return this.#taken()
  }

  end(): readonly XmlEvent[] {
    this.#parser.close()
    return this.#taken()
  }

  #taken(): readonly XmlEvent[] {
    const events = this.#events
    this.#events = []
    return events
  }

  #count(): void {
    if (++this.#elements > MOST_ELEMENTS) this.#refuse('has too many parts to be read')
    if (++this.#depth > DEEPEST) this.#refuse('is nested too deep to be read')
  }

  #refuse(why: string): never {
    throw new UnreadableFile(`“${this.#file}” ${why}.`, this.#parser.line)
  }
}

const nameOf = ({ local, uri }: { readonly local: string; readonly uri: string }): string =>
  uri === '' ? local : `{${uri}}${local}`
