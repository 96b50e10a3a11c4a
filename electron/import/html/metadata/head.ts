import { attributeOf } from '../element.ts'
import type { Page } from '../parse-html.ts'
import { elementsIn, rawTextOf, walk } from '../walk.ts'
import type { Candidate } from './candidate.ts'

/** What a page says of itself in other ways than by meta tags: its language, its address, its title, who saved it. */
export function headCandidates(page: Page): readonly Candidate[] {
  return [...languages(page), ...canonical(page), ...titles(page), ...savedFrom(page)]
}

const languages = (page: Page): Candidate[] =>
  elementsIn(page, ({ tagName }) => tagName === 'html').flatMap((html) => {
    const value = attributeOf(html, 'lang') ?? attributeOf(html, 'xml:lang')
    return value ? [{ field: 'language', value, weight: 75, from: 'meta', span: null }] : []
  })

const canonical = (page: Page): Candidate[] =>
  elementsIn(page, (element) => attributeOf(element, 'rel')?.toLowerCase() === 'canonical').flatMap(
    (link) => {
      const value = attributeOf(link, 'href')
      return value ? [{ field: 'url', value, weight: 90, from: 'meta', span: null }] : []
    },
  )

function titles(page: Page): Candidate[] {
  const [title] = elementsIn(
    page,
    ({ tagName, namespaceURI }) => tagName === 'title' && /xhtml/.test(namespaceURI),
  )
  const value = title ? rawTextOf(title).replace(/\s+/g, ' ').trim() : ''
  return value === '' ? [] : [{ field: 'title', value, weight: 45, from: 'meta', span: null }]
}

const SAVED_BY_BROWSER = /^\s*saved from url=\(\d{4,}\)(\S+)/i
const SAVED_BY_SINGLEFILE =
  /Page saved with SingleFile\s+url: (\S+)\s+saved date: \w{3} (\w{3} \d{1,2} \d{4})/

/** Browsers, and a widely used extension, write into the page where it came from. */
function savedFrom(page: Page): Candidate[] {
  const found: Candidate[] = []
  const comment = (words: string): void => {
    const [, address] = SAVED_BY_BROWSER.exec(words) ?? []
    const [, url, day] = SAVED_BY_SINGLEFILE.exec(words) ?? []
    const value = address ?? url
    if (value !== undefined) found.push({ field: 'url', value, weight: 75, from: 'file', span: null })
    if (day !== undefined)
      found.push({ field: 'retrieved', value: day, weight: 90, from: 'file', span: null })
  }
  walk(page, { enter: () => true, comment })
  return found
}
