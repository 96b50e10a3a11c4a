import { html as markup } from 'parse5'
import { attributeOf, type PageElement } from './element.ts'

/** Elements of which a reader of the page sees nothing, or, as of a list to choose from, nothing that is said. */
const UNSEEN = new Set(
  'head title meta link base script style template noscript noembed noframes iframe object embed applet audio video canvas area param datalist select'.split(
    ' ',
  ),
)
/** Of a drawing or a formula. */
const UNSEEN_IN_DRAWINGS = new Set(
  'title desc metadata script style defs symbol clippath mask annotation annotation-xml'.split(' '),
)
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i

/** True where the element itself or its own attributes keep it and all in it from the reader's eyes. */
export function isUnseen(element: PageElement): boolean {
  const { tagName } = element
  if (element.namespaceURI !== markup.NS.HTML) return UNSEEN_IN_DRAWINGS.has(tagName.toLowerCase())
  if (UNSEEN.has(tagName)) return true
  if (tagName === 'dialog' && attributeOf(element, 'open') === undefined) return true
  return attributeOf(element, 'hidden') !== undefined || HIDING.test(attributeOf(element, 'style') ?? '')
}
