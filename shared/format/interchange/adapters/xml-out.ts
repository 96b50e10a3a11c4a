import type { AnnotationObject } from '../../annotation-object.ts'
import type { DatasetArticle } from '../../dataset.ts'
import type { Fit } from '../adapter.ts'

/** What no XML 1.0 document can hold, not even as a reference: https://www.w3.org/TR/xml/#charsets */
const UNHOLDABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

export const isHoldable = (text: string): boolean => !UNHOLDABLE.test(text)

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
const referenceOf = (character: string): string => REFERENCES[character] as string

/** White space other than spaces is written as references, which a parser does not make spaces of. */
export const attributeText = (text: string): string => text.replace(/[&<>"\t\n\r]/g, referenceOf)

/** A carriage return is written as a reference, which a parser does not make a line feed of. */
export const elementText = (text: string): string => text.replace(/[&<>\r]/g, referenceOf)

export type XmlValue = string | number | boolean | null | undefined
export type XmlAttributes = Readonly<Record<string, XmlValue>>

/** `<name a="1">content</name>`; attributes that have no value are left out. */
export function xmlElement(name: string, attributes: XmlAttributes, content = ''): string {
  const tag = xmlTag(name, attributes)
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${name}>`
}

export const xmlStart = (name: string, attributes: XmlAttributes): string => `<${xmlTag(name, attributes)}>`

function xmlTag(name: string, attributes: XmlAttributes): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [` ${key}="${attributeText(`${value}`)}"`],
  )
  return `${name}${written.join('')}`
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/**
 * An article that XML holds. A note that it cannot hold is left out; with any other such text the article is.
 * @param isTextInside false where the article's text stands in a file of its own.
 */
export function fitForXml(article: DatasetArticle, isTextInside: boolean): Fit {
  const { text, annotations, ...head } = article
  const saidOf = ({ note: _, ...rest }: AnnotationObject): object =>
    isTextInside ? rest : { ...rest, text: '', fragments: [] }
  const inside = [head, isTextInside ? text : '', ...annotations.map(saidOf)]
  if (!inside.every(isHoldableValue))
    return { article: null, lost: annotations.map((annotation) => ({ kind: 'unwritable', annotation })) }
  const kept = annotations.map(({ note, ...rest }) =>
    note === undefined || !isHoldable(note) ? rest : { ...rest, note },
  )
  return { article: { ...article, annotations: kept }, lost: [] }
}

function isHoldableValue(value: unknown): boolean {
  if (typeof value === 'string') return isHoldable(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => isHoldable(key) && isHoldableValue(inner))
}
