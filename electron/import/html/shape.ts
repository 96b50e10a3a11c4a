import { attributeOf, type PageElement } from './element.ts'
import { walk } from './walk.ts'

const BLOCKS = new Set('p div ul ol dl blockquote pre h1 h2 h3 h4 h5 h6 article section figure'.split(' '))
const RUNNING_TEXT = 300

/**
 * Tables hold data, or hold a page together. Of data, each row becomes one line; what a table of the other kind holds is
 * paragraphs like any others. It is of the other kind where it says so, has a table in it, or has a cell of running text.
 */
export function holdsData(table: PageElement): boolean {
  if (/^(?:presentation|none)$/i.test(attributeOf(table, 'role') ?? '')) return false
  const shape = { blocks: 0, letters: 0, isLayout: false }
  const enter = (element: PageElement): boolean => {
    if (element.tagName === 'table') shape.isLayout = true
    if (element.tagName === 'td' || element.tagName === 'th') Object.assign(shape, { blocks: 0, letters: 0 })
    if (BLOCKS.has(element.tagName)) shape.blocks++
    return !shape.isLayout
  }
  const text = (words: string): void => {
    shape.letters += words.replace(/\s+/g, ' ').length
    if (shape.blocks > 1 && shape.letters > RUNNING_TEXT) shape.isLayout = true
  }
  walk(table, { enter, text })
  return !shape.isLayout
}

const LINES = new Set('p h1 h2 h3 h4 h5 h6 blockquote figure article section pre table'.split(' '))
const LISTS = new Set('ul ol dl'.split(' '))

/** True for an item that is a line, however it is wrapped; one of several paragraphs is like any other text. */
export function isTight(item: PageElement): boolean {
  let lines = 0
  const enter = (element: PageElement): boolean => {
    if (LINES.has(element.tagName)) lines++
    return lines < 2 && !LISTS.has(element.tagName)
  }
  walk(item, { enter })
  return lines < 2
}
