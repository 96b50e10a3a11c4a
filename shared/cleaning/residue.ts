import type { Boilerplate } from '#shared/domain/boilerplate.ts'

/**
 * What a template left in a text: placeholders in braces, shortcodes in brackets, comments of HTML. It may be glued to a
 * word, so the range is the residue alone. Braces may also be an author's, so a placeholder in them is residue where it is
 * a line by itself, is glued to the word behind it, or is named as an advertisement's.
 */
const WRAPPED = [
  '<!--[^<>\\n]{0,200}-->',
  '\\{\\{[^{}\\n]{1,80}\\}\\}',
  '%%[\\w.-]{2,40}%%',
  '\\[/?[a-z]+(?:_[a-z]+)+(?: [^\\[\\]\\n]{0,200})?\\]',
  '\\[/?(?:caption|embed|gallery|audio|video|playlist|shortcode|ad|adsense|sponsor)(?: [^\\[\\]\\n]{0,200})?\\]',
]
const BRACED =
  '(?:(?<=^|[\\n\\r])[ \\t]*\\{[a-z][\\w:.-]{1,40}\\}(?=[ \\t]*(?:[\\n\\r]|$))|(?<![\\w}])\\{[a-z][\\w:.-]{2,40}\\}(?=\\p{L}|["“‘«])|\\{[a-z_-]*(?:ads?|mosads|advert|promo|banner|widget|embed|sponsor|newsletter)(?:[:._-]?(?:slot|unit|box|\\d+))?\\})'
const RESIDUE = new RegExp(`${WRAPPED.join('|')}|${BRACED}`, 'gu')

export function residueIn(text: string): readonly Boilerplate[] {
  return Array.from(text.matchAll(RESIDUE), ({ 0: found, index }) => ({
    start: index + found.length - found.trimStart().length,
    end: index + found.length,
    kind: 'template residue',
    reason: 'a placeholder that a template left behind',
  }))
}
