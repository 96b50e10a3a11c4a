import type { Boilerplate, BoilerplateKind } from '#shared/domain/boilerplate.ts'
import { type Span, spanContains, spanLength, spansOverlap } from '#shared/domain/span.ts'
import type { PageElement } from './element.ts'
import { furnitureOf } from './furniture.ts'
import type { Furniture } from './furniture-names.ts'
import type { HtmlText } from './html-text.ts'
import { LinkShare } from './link-share.ts'
import { mainPartOf } from './main-part.ts'
import { walk } from './walk.ts'

/**
 * The boilerplate that the structure of a page shows: first the elements that say so themselves, then the lines outside
 * the page's main part. Both err by keeping. An element with the headline or much of the main part in it is none,
 * whatever it is called, and a line of running text outside the main part stays.
 */
export function boilerplateOf(html: HtmlText, headline: Span | null): readonly Boilerplate[] {
  const links = new LinkShare(html)
  const main = mainPartOf(html)
  const furniture = furnitureIn(html, { links, main, headline })
  const outside = linesOutside(html, { links, main, headline }, furniture)
  return joined([...furniture, ...outside, ...repeatedCaptions(html, [...furniture, ...outside])], html.text)
}

/** Of a picture page; each is compared with those before it. */
const MOST_CAPTIONS = 300

function repeatedCaptions({ text, spans }: HtmlText, others: readonly Boilerplate[]): readonly Boilerplate[] {
  const seen: string[] = []
  const captions = [...spans].filter(([{ tagName }]) => tagName === 'figcaption').map(([, span]) => span)
  const repeated = captions
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_CAPTIONS)
    .filter(({ start, end }) => {
      const words = text.slice(start, end)
      const isRepeated = seen.some((caption) => caption.startsWith(words))
      seen.push(words)
      return isRepeated
    })
  return repeated
    .filter((span) => !others.some((part) => spansOverlap(part, span)))
    .map((span) => ({ ...span, kind: 'repeated caption', reason: 'a caption that stood above already' }))
}

type Ground = { readonly links: LinkShare; readonly main: Span | null; readonly headline: Span | null }

const MOST_LINKS = 0.5
/** Of the main part or, where there is none, of the whole text. */
const TOO_MUCH = 0.3

function furnitureIn(html: HtmlText, ground: Ground): readonly Boilerplate[] {
  const found: Boilerplate[] = []
  let articles = 0
  const enter = (element: PageElement): boolean => {
    const span = html.spans.get(element)
    if (!span) return false
    const furniture = furnitureOf(element, () => articles > 0)
    if (furniture && isTrue(furniture, span, { ...ground, whole: html.text.length })) {
      found.push({ ...span, kind: kindOf(furniture, html.text, span), reason: furniture.reason })
      return false
    }
    if (isArticle(element)) articles++
    return true
  }
  const leave = (element: PageElement): void => {
    if (isArticle(element)) articles--
  }
  walk(html.page, { enter, leave })
  return found
}

const isArticle = ({ tagName }: PageElement): boolean => tagName === 'article' || tagName === 'main'

function isTrue(
  { longest, isLinks }: Furniture,
  span: Span,
  { links, main, headline, whole }: Ground & { readonly whole: number },
): boolean {
  if (spanLength(span) > longest || (isLinks && links.in(span) < MOST_LINKS)) return false
  if (headline && spanContains(span, headline)) return false
  if (!main) return spanLength(span) < whole * TOO_MUCH
  return common(span, main) < spanLength(main) * TOO_MUCH
}

const common = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

const COPYRIGHT = /^(?:©|\(c\)|copyright\b|all rights reserved)/i

/** A footer that is nothing but the copyright notice is that. */
const kindOf = ({ kind }: Furniture, text: string, { start, end }: Span): BoilerplateKind =>
  kind === 'navigation' && COPYRIGHT.test(text.slice(start, end)) ? 'copyright' : kind

const RUNNING_TEXT = 80
const FEW_LINKS = 0.3
const OUTSIDE = 'outside the main part of the page'

function linesOutside(
  { text }: HtmlText,
  { links, main, headline }: Ground,
  furniture: readonly Boilerplate[],
): readonly Boilerplate[] {
  if (!main) return []
  const from = headline && headline.end <= main.start ? headline.start : main.start
  let next = 0
  return linesOf(text).flatMap((line) => {
    while ((furniture[next]?.end ?? text.length) <= line.start) next++
    const part = furniture[next]
    const isOutside = line.end <= from || line.start >= main.end
    if (!isOutside || (part && spansOverlap(part, line))) return []
    const share = links.in(line)
    if (isRunningText(text.slice(line.start, line.end)) && share < FEW_LINKS) return []
    return [{ ...line, kind: kindOutside(share, line.end <= from), reason: OUTSIDE }]
  })
}

const isRunningText = (line: string): boolean =>
  line.length >= RUNNING_TEXT && /[.!?…。！？]["”’»)]*$/u.test(line)

function kindOutside(share: number, isBefore: boolean): BoilerplateKind {
  if (share < MOST_LINKS) return 'other'
  return isBefore ? 'navigation' : 'related links'
}

function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }))
}

/** Sorted, and parts of one kind and reason that only white space keeps apart as one. */
function joined(parts: readonly Boilerplate[], text: string): readonly Boilerplate[] {
  const result: Boilerplate[] = []
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && isOne(last, part) && text.slice(last.end, part.start).trim() === '') {
      result[result.length - 1] = { ...last, end: part.end }
    } else result.push(part)
  }
  return result
}

const isOne = (a: Boilerplate, b: Boilerplate): boolean => a.kind === b.kind && a.reason === b.reason
