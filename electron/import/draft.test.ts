import { expect, it } from 'vitest'
import { draftOf } from './draft.ts'
import { plainText } from './readers/plain-text.ts'
import { readingOf } from './testing/parts.ts'

async function draftFrom(bytes: Uint8Array, name: string) {
  return draftOf(await readingOf(plainText, bytes, name))
}

it('knows of a file what its words say and how it was read, and nothing else', async () => {
  const draft = await draftFrom(Buffer.from('# Truce holds\r\n\r\nText.'), 'a.md')
  expect(draft).toEqual({
    evidence: { title: { from: 'text', span: { start: 2, end: 13 }, certainty: 95 } },
    boilerplate: [],
    text: '# Truce holds\r\n\r\nText.',
    metadata: {
      title: 'Truce holds',
      byline: null,
      source: null,
      publisher: null,
      published: null,
      retrieved: null,
      dateline: null,
      language: null,
      url: null,
    },
    provenance: { encoding: 'utf-8', certainty: 100, byteOrderMark: false, original: null },
    original: null,
  })
})

it('keeps bytes that the text’s UTF-8 does not give back, under their own ending', async () => {
  const bytes = Buffer.from('\ufeffTruce holds')
  const draft = await draftFrom(bytes, 'A.TXT')
  expect(draft).toMatchObject({ text: 'Truce holds', original: bytes })
  expect(draft.provenance).toMatchObject({ byteOrderMark: true, original: 'txt' })
})

it('adds what the words say to what the format says, and lets the format speak first', () => {
  const text = 'Truce holds\n\nBy Petra Oss\nJune 14, 2016\n\nAdvertisement\n\nBoth sides kept it.\n'
  const evidence = { from: 'meta', span: null, certainty: 100 } as const
  const menu = { start: 0, end: 5, kind: 'navigation', reason: 'a menu' }
  const draft = draftOf({
    text,
    decoded: { encoding: 'utf-8', certainty: 100, byteOrderMark: false },
    found: { byline: { value: 'Wim Adair', evidence } },
    boilerplate: [menu],
    original: { ending: 'html', bytes: Buffer.from('<p>') },
  })
  expect(draft.metadata).toMatchObject({ byline: 'Wim Adair', published: '2016-06-14', language: null })
  expect(draft.evidence.byline).toEqual(evidence)
  expect(draft.boilerplate.map(({ kind }) => kind)).toEqual(['navigation', 'ad'])
})
