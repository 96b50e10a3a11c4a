import { type SaxesAttributePlain, SaxesParser } from 'saxes'
import { failed, ok, type Result } from '#shared/domain/result.ts'

/** What is told of an XML document, in its order. */
export type XmlVisitor = {
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly onClose?: (name: string) => void
  readonly onText?: (words: string) => void
}

export type XmlLimits = { readonly elements: number; readonly depth: number }

/** No office program nests half as deep. */
export const DEEPEST_XML = 200

/** Characters between two looks at the limits. */
const STEP = 65_536

/**
 * Walks through XML of somebody else's. No entity but the five of XML itself is known, and nothing outside is read; it
 * stops where there are more elements, or deeper ones, than the limits say.
 * @param what the beginning of the sentences, the file's name in quotation marks.
 * @returns how many elements there were.
 */
export function walkXml(
  xml: string,
  what: string,
  limits: XmlLimits,
  visitor: XmlVisitor = {},
): Result<number> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  let elements = 0
  let depth = 0
  parser.on('opentag', ({ name, attributes }) => {
    elements++
    depth++
    if (elements > limits.elements) throw new TooMuch('has too many parts to be read')
    if (depth > limits.depth) throw new TooMuch('is nested too deep to be read')
    visitor.onOpen?.(name, attributes as Record<string, SaxesAttributePlain & string>)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    visitor.onClose?.(name)
  })
  if (visitor.onText) parser.on('text', visitor.onText)
  try {
    for (let at = 0; at < xml.length; at += STEP) parser.write(xml.slice(at, at + STEP))
    parser.close()
    return ok(elements)
  } catch (error) {
    return failed(
      `${what} ${error instanceof TooMuch ? error.message : 'is damaged'}; please get another copy of it.`,
    )
  }
}

class TooMuch extends Error {}
