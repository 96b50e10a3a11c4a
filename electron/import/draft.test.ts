import { expect, it } from 'vitest'
import { draftOf } from './draft.ts'

it('knows of a file its title and how it was read, and nothing else', () => {
  const draft = draftOf(Buffer.from('# Truce holds\r\n\r\nText.'), 'a.md')
  expect(draft.ok && draft.value).toEqual({
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

it('keeps bytes that the text’s UTF-8 does not give back, under their own ending', () => {
  const bytes = Buffer.from('\ufeffTruce holds')
  const draft = draftOf(bytes, 'A.TXT')
  expect(draft.ok && draft.value).toMatchObject({ text: 'Truce holds', original: bytes })
  expect(draft.ok && draft.value.provenance).toMatchObject({ byteOrderMark: true, original: 'txt' })
})
