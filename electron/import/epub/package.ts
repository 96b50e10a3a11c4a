import { posix } from 'node:path'
import type { Evidence } from '#shared/domain/evidence.ts'
import { isoDate } from '../iso-date.ts'
import type { Found } from '../reading.ts'
import { type XmlElement, xmlElements } from './xml-elements.ts'

/** What a book's package says: what it is, and which of its files are its pages. */
export type BookPackage = {
  readonly found: Found
  /** Names of members of the archive, in reading order. */
  readonly pages: readonly string[]
}

/** Where the package lies, by `META-INF/container.xml`; null where that names none. */
export function packagePath(container: string): string | null {
  const [root] = xmlElements(container)?.filter(({ name }) => name === 'rootfile') ?? []
  return root?.attributes['full-path'] ?? null
}

/** @param path of the package in the archive: its pages are named from there. */
export function bookPackage(opf: string, path: string): BookPackage | null {
  const elements = xmlElements(opf)
  return elements && { found: foundIn(elements), pages: pagesOf(elements, posix.dirname(path)) }
}

const PAGES = new Set(['application/xhtml+xml', 'text/html', 'application/x-dtbook+xml'])

function pagesOf(elements: readonly XmlElement[], folder: string): readonly string[] {
  const items = new Map(
    elements.filter(({ name }) => name === 'item').map(({ attributes }) => [attributes.id, attributes]),
  )
  return elements
    .filter(({ name }) => name === 'itemref')
    .flatMap(({ attributes }) => {
      const { href, 'media-type': type = '' } = items.get(attributes.idref) ?? {}
      return href !== undefined && PAGES.has(type) ? [posix.join(folder, decoded(href))] : []
    })
}

function decoded(href: string): string {
  const path = href.replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const CERTAINTY = 90
const EVIDENCE: Evidence = { from: 'file', span: null, certainty: CERTAINTY }

function foundIn(elements: readonly XmlElement[]): Found {
  const said = {
    title: wordsOf(elements, 'title').slice(0, 1).join(''),
    byline: wordsOf(elements, 'creator').filter(isSomebody).join(', '),
    publisher: wordsOf(elements, 'publisher').slice(0, 1).join(''),
    published: publishedIn(elements),
    language: wordsOf(elements, 'language').slice(0, 1).join(''),
  }
  const rows = Object.entries(said).filter(([, value]) => value !== '')
  return Object.fromEntries(rows.map(([field, value]) => [field, { value, evidence: EVIDENCE }]))
}

/** False for what programs write where nobody was named. */
const isSomebody = (name: string): boolean => !/^(?:unknown|anonymous)(?: author)?$/i.test(name)

const wordsOf = (elements: readonly XmlElement[], wanted: string): readonly string[] =>
  elements
    .filter(({ name }) => name === wanted)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')

/** EPUB 2 has several dates, and says which is which. */
function publishedIn(elements: readonly XmlElement[]): string {
  const dates = elements.filter(({ name, attributes: { event } }) => {
    return (
      name === 'date' && (event === undefined || event === 'publication' || event === 'original-publication')
    )
  })
  return dates.flatMap(({ text }) => isoDate(text.trim()) ?? []).at(0) ?? ''
}
