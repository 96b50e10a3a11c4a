import type { MetadataField } from '#shared/domain/metadata.ts'
import { attributeOf } from '../element.ts'
import type { Page } from '../parse-html.ts'
import { elementsIn, rawTextOf } from '../walk.ts'
import type { Candidate } from './candidate.ts'

/**
 * What a page says of itself to search engines, as schema.org names it. Blocks that are no JSON, deeper than any
 * description is, or very long are passed over: the page says the rest in other ways.
 */
const DEEPEST = 64
const LONGEST = 2_000_000
const ARTICLES = /(?:Article|BlogPosting|Report|SocialMediaPosting)$/

type Thing = Readonly<Record<string, unknown>>

export function jsonLdCandidates(page: Page): readonly Candidate[] {
  const things = elementsIn(page, isJsonLd).flatMap((script) => thingsIn(rawTextOf(script)))
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLES.test(type)))
  return article ? candidatesOf(article, new Map(things.map((thing) => [thing['@id'], thing]))) : []
}

const isJsonLd = (element: Parameters<typeof attributeOf>[0]): boolean =>
  element.tagName === 'script' && /^application\/ld\+json\b/i.test(attributeOf(element, 'type')?.trim() ?? '')

function thingsIn(json: string): readonly Thing[] {
  if (json.length > LONGEST || depthOf(json) > DEEPEST) return []
  try {
    return unfolded(JSON.parse(json))
  } catch {
    return []
  }
}

/** How deep brackets lie in one another, strings left out. */
function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (const [mark] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (mark === '[' || mark === '{') deepest = Math.max(deepest, ++depth)
    if (mark === ']' || mark === '}') depth--
  }
  return deepest
}

/** The things of a list or a graph, and each with what it says it is about the main part of. */
function unfolded(value: unknown): readonly Thing[] {
  if (Array.isArray(value)) return value.flatMap(unfolded)
  if (!isThing(value)) return []
  return [value, ...unfolded(value['@graph']), ...unfolded(value.mainEntity)]
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const typesOf = (thing: Thing): readonly string[] =>
  [thing['@type']].flat().filter((type) => typeof type === 'string')

type Known = ReadonlyMap<unknown, Thing>

function candidatesOf(article: Thing, known: Known): readonly Candidate[] {
  const authors = peopleIn(article.author ?? article.creator, known)
  const publisher = peopleIn(article.publisher, known)
  const said: readonly (readonly [MetadataField, string | undefined, number])[] = [
    ['title', wordsIn(article.headline) ?? wordsIn(article.name), 90],
    ['byline', namesOf(authors.filter(({ isGroup }) => !isGroup)), 90],
    ['source', namesOf(authors.filter((author) => author.isGroup && !isAmong(author, publisher))), 70],
    ['publisher', namesOf(publisher), 90],
    ['published', wordsIn(article.datePublished), 95],
    ['language', wordsIn(article.inLanguage), 75],
    ['url', wordsIn(article.url) ?? addressIn(article.mainEntityOfPage), 80],
  ]
  return said.flatMap(([field, value, weight]) =>
    value === undefined ? [] : [{ field, value, weight, from: 'json-ld', span: null }],
  )
}

const wordsIn = (value: unknown): string | undefined => {
  const [first] = [value].flat()
  return typeof first === 'string' && first.trim() !== '' ? first : undefined
}

const addressIn = (value: unknown): string | undefined =>
  wordsIn(value) ?? (isThing(value) ? wordsIn(value['@id']) : undefined)

type Person = { readonly name: string; readonly isGroup: boolean }

function peopleIn(value: unknown, known: Known): readonly Person[] {
  return [value].flat().flatMap((one): readonly Person[] => {
    if (typeof one === 'string') return [{ name: one, isGroup: false }]
    if (!isThing(one)) return []
    const thing = one.name === undefined ? (known.get(one['@id']) ?? one) : one
    const isGroup = typesOf(thing).some((type) => /Organization$/.test(type))
    return [thing.name].flat().flatMap((name) => (typeof name === 'string' ? [{ name, isGroup }] : []))
  })
}

const isAmong = ({ name }: Person, others: readonly Person[]): boolean =>
  others.some((other) => other.name.toLowerCase() === name.toLowerCase())

/** An address is often given in place of a name, and is none. */
const namesOf = (people: readonly Person[]): string | undefined =>
  people
    .map(({ name }) => name.trim())
    .filter((name, i, names) => name !== '' && !/^https?:/i.test(name) && names.indexOf(name) === i)
    .join(', ') || undefined
