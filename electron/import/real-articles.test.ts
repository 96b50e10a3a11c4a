import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftOf } from './draft.ts'

const folder = join(import.meta.dirname, '../../../shared/articles')

function draftFrom(name: string) {
  const bytes = readFileSync(join(folder, name))
  return draftOf({
    text: bytes.toString('utf8'),
    decoded: { encoding: 'utf-8', certainty: 100, byteOrderMark: false },
    found: {},
    boilerplate: [],
    original: { ending: 'txt', bytes },
  })
}

/** The kinds of what was found, and which lines (from 0) they cover, for instance `ad 0`, `photo credit 5–7`. */
function found(name: string): readonly string[] {
  const { text, boilerplate } = draftFrom(name)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length - 1
  return boilerplate.map(({ start, end, kind }) => {
    const [first, last] = [lineOf(start), lineOf(end)]
    return `${kind} ${first === last ? first : `${first}–${last}`}`
  })
}

describe.skipIf(!existsSync(folder))('the articles we may read but not copy', () => {
  it('knows in the first the ads, the caption that the gallery repeats, and the heading at its end', () => {
    expect(found('000_7bed5522b51d908d.txt')).toEqual([
      'ad 0',
      'photo credit 5',
      'repeated caption 6',
      'ad 12',
      'ad 22',
      'navigation 34',
    ])
  })

  it('reads the first’s byline and dateline, whose date has no year', () => {
    expect(draftFrom('000_7bed5522b51d908d.txt').metadata).toMatchObject({
      byline: 'Doug G. Ware',
      source: 'UPI',
      publisher: null,
      published: '--12-01',
      retrieved: null,
      dateline: 'WASHINGTON',
      language: 'en',
      url: null,
    })
  })

  it('knows in the second the agency, the residue without its sentence, the tags and the tail', () => {
    const { text, boilerplate } = draftFrom('001_366b0afce615304f.txt')
    expect(found('001_366b0afce615304f.txt')).toEqual([
      'photo credit 2',
      'template residue 8',
      'tags 30',
      'navigation 31–38',
    ])
    const residue = boilerplate.find(({ kind }) => kind === 'template residue')
    expect(text.slice(residue?.start, residue?.end)).toBe('{mosads}')
  })

  it('knows nobody by whom the second is, and takes an agency that it quotes for no source', () => {
    expect(draftFrom('001_366b0afce615304f.txt').metadata).toMatchObject({
      byline: null,
      source: null,
      publisher: null,
      published: null,
      dateline: null,
      url: null,
    })
  })

  it('knows in the third the rule, three captions with their credits, the copyright and the citation', () => {
    expect(found('003_c90e278e21ddf66b.txt')).toEqual([
      'other 7',
      'photo credit 11',
      'photo credit 27',
      'photo credit 41',
      'copyright 53',
      'other 55',
      'copyright 57',
    ])
  })

  it('takes the third’s own date and not the day on which it was saved', () => {
    expect(draftFrom('003_c90e278e21ddf66b.txt').metadata).toMatchObject({
      byline: 'Gerry Shih',
      source: 'Associated Press',
      publisher: 'phys.org',
      published: '2016-06-14',
      retrieved: '2024-04-27',
      dateline: null,
      url: expect.stringMatching(/^https:\/\/phys\.org\/news\/2016-06-[a-z-]+\.html$/),
    })
  })

  it('shows for all it read where it stands, and believes a notice of rights less than a dateline', () => {
    const { text, metadata, evidence } = draftFrom('000_7bed5522b51d908d.txt')
    for (const field of ['title', 'byline', 'source', 'dateline'] as const) {
      const span = evidence[field]?.span
      expect(text.slice(span?.start, span?.end)).toBe(metadata[field])
    }
    const third = draftFrom('003_c90e278e21ddf66b.txt').evidence
    expect(third.source?.certainty).toBeLessThan(evidence.source?.certainty ?? 0)
  })
})
