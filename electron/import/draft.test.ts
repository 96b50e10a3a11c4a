import { expect, it } from 'vitest'
import { draftOf } from './draft.ts'
import { plainText } from './readers/plain-text.ts'
import { readingOf } from './testing/parts.ts'

async function draftFrom(bytes: Uint8Array, name: string) {
  return draftOf(await readingOf(plainText, bytes, name))
}

it('knows of a file its title and how it was read, and nothing else', async () => {
  const draft = await draftFrom(Buffer.from('# Truce holds\r\n\r\nText.'), 'a.md')
  expect(draft).toEqual({
    evidence: {},
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
