import { walkXml } from '#electron/import/xml/walk-xml.ts'

export type XmlElement = {
  /** Without its prefix. */
  readonly name: string
  /** By local names. */
  readonly attributes: Readonly<Record<string, string>>
  /** The words in it and in what is in it. */
  text: string
}

const LIMITS = { elements: 200_000, depth: 100 }

/** The elements of a small XML file in the order of their beginnings, or null where it is none. No entity is expanded. */
export function xmlElements(xml: string): readonly XmlElement[] | null {
  const elements: XmlElement[] = []
  const open: XmlElement[] = []
  const walked = walkXml(xml.replace(/^\ufeff/, ''), '', LIMITS, {
    onOpen: (name, attributes) => {
      const element = { name: localName(name), attributes: byLocalName(attributes), text: '' }
      elements.push(element)
      open.push(element)
    },
    onText: (words) => {
      for (const element of open) element.text += words
    },
    onClose: () => open.pop(),
  })
  return walked.ok ? elements : null
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const byLocalName = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]))
