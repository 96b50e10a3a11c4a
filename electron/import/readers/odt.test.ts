import { expect, it } from 'vitest'
import { odtMeta, odtOf } from '../testing/office.ts'
import { readingOf, refusalOf } from '../testing/parts.ts'
import { odt } from './odt.ts'

const textOf = async (body: string): Promise<string> => (await readingOf(odt, odtOf(body))).text

it('sets headings and paragraphs apart, and writes list items on a line each', async () => {
  const list =
    '<text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>'
  expect(await textOf(`<text:h>Truce</text:h><text:p>Guns.</text:p>${list}<text:p>After</text:p>`)).toBe(
    'Truce\n\nGuns.\n\nOne\nTwo\n\nAfter',
  )
})

it('takes white space as the format means it', async () => {
  expect(await textOf('<text:p>a\n   b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e</text:p>')).toBe(
    'a b   c\td\ne',
  )
})

it('writes a row of a table on a line, a table in a cell too', async () => {
  const cell = (inside: string) => `<table:table-cell>${inside}</table:table-cell>`
  const row = (...cells: string[]) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`
  const inner = `<table:table>${row('<text:p>x</text:p>', '<text:p>y</text:p>')}</table:table>`
  const table = `<table:table>${row('<text:p>a</text:p>', '<text:p>b</text:p><text:p>c</text:p>')}${row('<text:p>d</text:p>', inner)}</table:table>`
  expect(await textOf(`${table}<text:p>After</text:p>`)).toBe('a\tb c\nd\tx\ty\n\nAfter')
})

it('puts notes after the text, under their numbers', async () => {
  const note =
    '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>'
  expect(await textOf(`<text:p>One${note} two.</text:p><text:p>Three.</text:p>`)).toBe(
    'One[1] two.\n\nThree.\n\n[1] A note.',
  )
})

it('leaves out comments and what tracked changes deleted', async () => {
  const deleted =
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>'
  const comment = '<office:annotation><dc:creator>x</dc:creator><text:p>comment</text:p></office:annotation>'
  expect(await textOf(`${deleted}<text:p>new${comment}<text:change/></text:p>`)).toBe('new')
})

it('takes title, author and language from the document’s meta data, and no date', async () => {
  const meta = odtMeta(
    '<dc:title>Truce holds</dc:title><meta:initial-creator>A. Writer</meta:initial-creator><dc:creator>Her editor</dc:creator><dc:language>en</dc:language><dc:date>2016-06-14</dc:date>',
  )
  const { found } = await readingOf(odt, odtOf('<text:p>Words</text:p>', { 'meta.xml': meta }))
  expect(found).toMatchObject({
    title: { value: 'Truce holds' },
    byline: { value: 'A. Writer' },
    language: { value: 'en' },
  })
  expect(found).not.toHaveProperty('published')
})

const ENCRYPTED = {
  'META-INF/manifest.xml':
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
  'content.xml': Uint8Array.of(0, 1, 2, 255),
}

it.each([
  ['is protected', odtOf('', ENCRYPTED), /protected by a password/],
  ['is nested very deep', odtOf('<text:span>'.repeat(100_000)), /nested too deep/],
  ['holds very many elements', odtOf('<text:p/>'.repeat(500_000)), /too many parts/],
  [
    'declares entities',
    odtOf('', { 'content.xml': '<!DOCTYPE d [<!ENTITY a "a">]><d>&a;</d>' }),
    /is damaged/,
  ],
  ['has no content', odtOf('', { 'content.xml': ' ' }), /is damaged/],
  ['is no archive', Buffer.from('Words'), /no zip archive/],
  ['holds no words', odtOf('<text:p/>'), /holds no text/],
])('refuses a document that %s', async (_, bytes, sentence) => {
  expect(await refusalOf(odt, bytes, 'a.odt')).toMatch(sentence)
})

it('writes no more spaces than a person would', async () => {
  expect((await textOf('<text:p>a<text:s text:c="999999999"/>b</text:p>')).length).toBe(1002)
})
