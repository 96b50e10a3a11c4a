import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { hullOf, type Span, spanLength } from '#shared/domain/span.ts'
import { attributeOf, type PageElement, parentOf } from './element.ts'
import type { HtmlText } from './html-text.ts'
import { isUnseen } from './visible.ts'
import { elementsIn, walk } from './walk.ts'

/**
 * Where the main part of a page lies. Mozilla's Readability, which makes Firefox's reader view, is given a copy of the
 * page whose elements each bear a number; the numbers that are left in what it returns say what it took for the article.
 * The main part is the element around all of that and around the page's only article element, since a short last
 * paragraph is easily overlooked; where that is nearly the whole page, it is what lies from the first to the last of it.
 */
const MOST_ELEMENTS = 60_000
/** Letters; less is no article, and Readability was at a loss. */
const FEWEST = 200
/** Times as long as what Readability took. */
const MOST_AROUND = 1.5

/** Null where the page has no part that stands out. */
export function mainPartOf(html: HtmlText): Span | null {
  const [body] = elementsIn(html.page, ({ tagName }) => tagName === 'body')
  const kept = [...(body ? keptBy(body) : []), ...onlyArticle(html)].filter((element) =>
    html.spans.has(element),
  )
  if (kept.length === 0) return null
  const hull = kept.map((element) => spanOf(html, element)).reduce((all, span) => hullOf([all, span]))
  if (weightOf(html.text.slice(hull.start, hull.end)) < FEWEST) return null
  const container = spanOf(html, kept.reduce(containerOf))
  return spanLength(container) > spanLength(hull) * MOST_AROUND ? hull : container
}

const spanOf = (html: HtmlText, element: PageElement): Span => html.spans.get(element) ?? { start: 0, end: 0 }

/** The innermost element with both in it. */
function containerOf(a: PageElement, b: PageElement): PageElement {
  const around = new Set(waysUp(a))
  return waysUp(b).find((element) => around.has(element)) ?? a
}

function waysUp(element: PageElement): PageElement[] {
  const way = [element]
  for (let up = parentOf(element); up; up = parentOf(up)) way.push(up)
  return way
}

/** Letters, of which those that stand for words count for more. */
const weightOf = (words: string): number =>
  words.length +
  2 * (words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)

function onlyArticle({ page }: HtmlText): readonly PageElement[] {
  const bodies = elementsIn(page, (element) => attributeOf(element, 'itemprop') === 'articleBody')
  if (bodies.length > 0) return bodies
  const articles = elementsIn(page, ({ tagName }) => tagName === 'article')
  return articles.length === 1 ? articles : []
}

/** The elements that Readability leaves in the article, those of words alone: what is around them says little. */
function keptBy(body: PageElement): readonly PageElement[] {
  const numbered: PageElement[] = []
  const document = copyOf(body, numbered)
  if (numbered.length > MOST_ELEMENTS) return []
  const article = new Readability<LeftElement>(document, {
    disableJSONLD: true,
    serializer: (left) => left as unknown as LeftElement,
  }).parse()
  return article?.content ? numbersIn(article.content).flatMap((i) => withOwnWords(numbered[i])) : []
}

type LeftElement = {
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly getAttributeNames: () => string[] }>
}

/** As names of attributes: when two elements become one, both names stay. */
const NUMBER = /^glosswright-(\d+)$/

const numbersIn = (left: LeftElement): readonly number[] =>
  [...left.querySelectorAll('*')].flatMap((element) =>
    element.getAttributeNames().flatMap((name) => {
      const [, number] = NUMBER.exec(name) ?? []
      return number === undefined ? [] : [Number(number)]
    }),
  )

const withOwnWords = (element: PageElement | undefined): readonly PageElement[] =>
  element?.childNodes.some((node) => 'value' in node && /\S/.test(node.value)) ? [element] : []

/** Of all attributes only those that Readability judges by. */
const JUDGED = [
  'class',
  'id',
  'role',
  'href',
  'itemprop',
  'rel',
  'aria-hidden',
  'colspan',
  'rowspan',
  'summary',
]

function copyOf(body: PageElement, numbered: PageElement[]) {
  const { document } = parseHTML('<!doctype html><html><head><title></title></head><body></body></html>')
  const open = [document.body]
  const top = () => open.at(-1) ?? document.body
  walk(body, {
    enter: (element) => {
      if (isUnseen(element) || numbered.length > MOST_ELEMENTS) return false
      const copy = document.createElement(
        /^[a-z][a-z0-9-]*$/.test(element.tagName) ? element.tagName : 'span',
      )
      copy.setAttribute(`glosswright-${numbered.length}`, '')
      for (const name of JUDGED) {
        const value = attributeOf(element, name)
        if (value !== undefined) copy.setAttribute(name, value)
      }
      numbered.push(element)
      top().appendChild(copy)
      open.push(copy)
      return true
    },
    leave: () => {
      open.pop()
    },
    text: (words) => {
      top().appendChild(document.createTextNode(words))
    },
  })
  return document
}
