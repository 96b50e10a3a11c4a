import type { Candidate } from './candidate.ts'

/**
 * A title without the name of the site: “Truce holds | The Daily” is “Truce holds” where the page says that it is The
 * Daily. A headline that is nothing but the site's name is its logo, and so none; an author of that name is none either.
 */
export function withoutSite(candidate: Candidate, site: string | null): Candidate[] {
  if (site === null) return [candidate]
  if (candidate.field === 'byline' || candidate.field === 'source')
    return isSame(candidate.value, site) ? [] : [candidate]
  if (candidate.field !== 'title') return [candidate]
  const value = bare(candidate.value, site)
  return value === '' ? [] : [{ ...candidate, value }]
}

const SEPARATOR = /\s+[|\-–—·•:»«/]+\s+|\s*[|_]\s*|:\s+/gu
const MOST_WORDS = 5

/** The site that the page's title names behind the headline which the page shows, where nothing else names it. */
export function siteInTitle(candidates: readonly Candidate[]): Candidate | null {
  const titles = candidates.filter(({ field }) => field === 'title')
  const shown = titles.filter(({ from }) => from === 'text')
  for (const { value, from } of titles) {
    const headline = shown.find((one) => value.startsWith(one.value) && value !== one.value)
    const [separator, ...rest] = headline ? value.slice(headline.value.length).split(SEPARATOR) : []
    const site = rest.at(-1)
    if (separator === '' && site && site.split(' ').length <= MOST_WORDS)
      return { field: 'publisher', value: site, from, weight: 55, span: null }
  }
  return null
}

function bare(title: string, site: string): string {
  if (isSame(title, site)) return ''
  for (const { index, 0: separator } of title.matchAll(SEPARATOR)) {
    if (isSame(title.slice(index + separator.length), site)) return title.slice(0, index)
    if (isSame(title.slice(0, index), site)) return title.slice(index + separator.length)
  }
  return title
}

const lettersOf = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/\.(?:com|org|net)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const isSame = (a: string, b: string): boolean => lettersOf(a) === lettersOf(b) && lettersOf(a) !== ''
