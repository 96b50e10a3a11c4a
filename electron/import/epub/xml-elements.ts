import { SaxesParser } from 'saxes'

export type XmlElement = {
  /** Without its prefix. */
  readonly name: string
  /** By local names. */
  readonly attributes: Readonly<Record<string, string>>
  /** The words in it and in what is in it. */
  text: string
}

const MOST = 200_000

/** The elements of a small XML file in the order of their beginnings, or null where it is none. No entity is expanded. */
export function xmlElements(xml: string): readonly XmlElement[] | null {
  const elements: XmlElement[] = []
  const open: XmlElement[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name: localName(name), attributes: byLocalName(attributes), text: '' }
    if (elements.push(element) > MOST || open.push(element) > 100)
      throw new Error('No such file is that large')
  })
  parser.on('text', (text) => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('error', (error) => {
    throw error
  })
  try {
    parser.write(xml.replace(/^\ufeff/, '')).close()
    return elements
  } catch {
    return null
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const byLocalName = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]))
