import type { MetadataField } from '#shared/domain/metadata.ts'
import { attributeOf, type PageElement } from '../element.ts'
import type { Page } from '../parse-html.ts'
import { elementsIn } from '../walk.ts'
import type { Candidate } from './candidate.ts'

/** What the head of a page says of it: names of tags as they are in use, each with its weight. */
const TAGS: Readonly<Record<string, readonly [field: MetadataField, weight: number]>> = {
  'og:title': ['title', 85],
  'og:site_name': ['publisher', 85],
  'og:url': ['url', 85],
  'og:locale': ['language', 55],
  'article:published_time': ['published', 90],
  'article:published': ['published', 85],
  'og:article:published_time': ['published', 85],
  'article:author': ['byline', 70],
  'twitter:title': ['title', 20],
  'dc.title': ['title', 60],
  'dcterms.title': ['title', 60],
  citation_title: ['title', 70],
  headline: ['title', 70],
  author: ['byline', 75],
  byl: ['byline', 80],
  'dc.creator': ['byline', 70],
  'dcterms.creator': ['byline', 70],
  'parsely-author': ['byline', 75],
  'sailthru.author': ['byline', 75],
  citation_author: ['byline', 75],
  'dc.publisher': ['publisher', 70],
  'dcterms.publisher': ['publisher', 70],
  citation_journal_title: ['publisher', 70],
  'application-name': ['publisher', 40],
  'article:publisher': ['publisher', 30],
  date: ['published', 65],
  pubdate: ['published', 85],
  publishdate: ['published', 85],
  'publish-date': ['published', 85],
  publish_date: ['published', 85],
  'publication-date': ['published', 85],
  publicationdate: ['published', 85],
  'parsely-pub-date': ['published', 85],
  'sailthru.date': ['published', 75],
  'dc.date': ['published', 70],
  'dc.date.issued': ['published', 85],
  'dcterms.issued': ['published', 85],
  'dcterms.date': ['published', 70],
  'dcterms.created': ['published', 65],
  citation_publication_date: ['published', 80],
  datepublished: ['published', 90],
  'dc.language': ['language', 60],
  'content-language': ['language', 60],
}

export function metaTagCandidates(page: Page): readonly Candidate[] {
  return elementsIn(page, ({ tagName }) => tagName === 'meta').flatMap(candidateOf)
}

function candidateOf(element: PageElement): readonly Candidate[] {
  const value = attributeOf(element, 'content')?.trim()
  const names = ['property', 'name', 'itemprop', 'http-equiv'].flatMap(
    (name) => attributeOf(element, name) ?? [],
  )
  const name = names.map((each) => each.trim().toLowerCase()).find((each) => Object.hasOwn(TAGS, each))
  const tag = name === undefined ? undefined : TAGS[name]
  if (!tag || !value || name === undefined) return []
  const [field, weight] = tag
  const from = /^(?:og|article):/.test(name) ? 'open-graph' : 'meta'
  return [{ field, value, weight, from, span: null }]
}
