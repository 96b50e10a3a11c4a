const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const CLOSED_AT_ONCE = /<([a-z][\w:.-]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi

/**
 * XHTML as HTML: `<title/>` is a title without words there, and the beginning of one here, which would swallow the page.
 */
export function htmlOfXhtml(xhtml: string): string {
  return xhtml.replace(CLOSED_AT_ONCE, (whole, tag: string, attributes: string) =>
    VOID.has(tag.toLowerCase()) ? whole : `<${tag}${attributes}></${tag}>`,
  )
}
