import { isByline } from '#electron/import/byline.ts'
import type { Span } from '#shared/domain/span.ts'
import { attributeOf, type PageElement } from '../element.ts'
import type { HtmlText } from '../html-text.ts'
import type { Candidate } from './candidate.ts'

/** What the page shows its reader of the metadata, in elements that say what they are: headline, byline, date. */
export function seenCandidates(html: HtmlText): readonly Candidate[] {
  const seen = [...html.spans].sort(([, a], [, b]) => a.start - b.start)
  const headings = headlines(seen, html.text)
  const near = headings[0]?.span?.end ?? 0
  return [...headings, ...bylines(seen, html.text, near), ...dates(seen, html.text, near)]
}

type Seen = readonly (readonly [PageElement, Span])[]

/** Letters behind the headline; what is further down speaks of something else. */
const NEAR = 1500
/** A name of a page is longer than a letter or two. */
const FEWEST_LETTERS = 8

const HEADLINE = /(?:^|[\s_-])(?:entry|post|article|story|page)[_-]?(?:title|headline)(?:$|\s)|^headline$/i
const LOGO = /logo|site-?(?:title|name)|brand|masthead/i

function headlines(seen: Seen, text: string): Candidate[] {
  const all = seen.filter(([element]) => isHeadline(element))
  const told = all.filter(([, { start, end }]) => end - start >= FEWEST_LETTERS && end - start <= 300)
  const weight = told.length === 1 ? 80 : 60
  return told.map(([, span]) => {
    return { field: 'title', value: text.slice(span.start, span.end), weight, from: 'text', span }
  })
}

function isHeadline(element: PageElement): boolean {
  if (around(element).some((one) => LOGO.test(namesOf(one)))) return false
  if (element.tagName === 'h1' || itemprop(element) === 'headline') return true
  return /^h[2-4]$/.test(element.tagName) && HEADLINE.test(attributeOf(element, 'class') ?? '')
}

function bylines(seen: Seen, text: string, near: number): Candidate[] {
  for (const [element, span] of seen) {
    if (!isNear(span, near) || !namesAuthor(element)) continue
    const words = text.slice(span.start, span.end)
    const before = /^(?:(?:written|story|report|reporting|words) )?(?:by|von|par|por|di|door)[\s:]+/iu.exec(
      words,
    )
    const start = span.start + (before?.[0].length ?? 0)
    const value = text.slice(start, span.end)
    if (value.length <= 120 && !/[\n\d]/.test(value) && isByline(`By ${value}`))
      return [{ field: 'byline', value, weight: 65, from: 'text', span: { start, end: span.end } }]
  }
  return []
}

const itemprop = (element: PageElement): string => attributeOf(element, 'itemprop') ?? ''

const namesAuthor = (element: PageElement): boolean =>
  attributeOf(element, 'rel')?.toLowerCase() === 'author' ||
  itemprop(element) === 'author' ||
  /(?:^|[\s_-])(?:byline|author|authors|author-?name|writer)(?:$|[\s_-])/i.test(
    attributeOf(element, 'class') ?? '',
  )

const isNear = ({ start }: Span, near: number): boolean => start >= near - NEAR && start <= near + NEAR

const PUBLISHED = /publi|posted|entry-?date|post-?date|pub-?date|byline|dateline/i
const CHANGED = /updat|modif|edited|revis|aktualis|actualiz|mis à jour/i

function dates(seen: Seen, text: string, near: number): Candidate[] {
  return seen.flatMap(([element, span]): Candidate[] => {
    const value = attributeOf(element, 'datetime') ?? attributeOf(element, 'content')
    const isDate = element.tagName === 'time' || itemprop(element) === 'datePublished'
    if (!isDate || !isNear(span, near) || isOfChange(element, text, span)) return []
    const weight = saysPublished(element) ? 80 : 55
    const words = text.slice(span.start, span.end)
    const told = value ?? words
    return [
      { field: 'published', value: told, weight, from: 'text', span: isShown(told, words) ? span : null },
    ]
  })
}

/** False where the page shows no more of its date than the hour. */
function isShown(date: string, words: string): boolean {
  const [, year = '', day = ''] = /^(\d{4})-\d\d-(\d\d)/.exec(date) ?? []
  const numbers = words.match(/\d+/g) ?? []
  return date === words || numbers.some((number) => number === year || Number(number) === Number(day))
}

const namesOf = (element: PageElement): string =>
  ['class', 'id', 'itemprop', 'pubdate']
    .map((name) =>
      attributeOf(element, name) === undefined
        ? ''
        : `${name === 'pubdate' ? 'published' : attributeOf(element, name)}`,
    )
    .join(' ')

function around(element: PageElement): readonly PageElement[] {
  const parent = element.parentNode
  return parent && 'attrs' in parent ? [element, parent] : [element]
}

const saysPublished = (element: PageElement): boolean =>
  around(element).some((one) => PUBLISHED.test(namesOf(one)))

function isOfChange(element: PageElement, text: string, { start }: Span): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 30), start)
  return CHANGED.test(namesOf(element)) || CHANGED.test(line)
}
