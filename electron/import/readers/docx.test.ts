import { expect, it } from 'vitest'
import { coreProperties, docxOf, stored, wordNotes, wordParagraph } from '../testing/office.ts'
import { packed } from '../testing/packed.ts'
import { readingOf, refusalOf } from '../testing/parts.ts'
import { docx } from './docx.ts'

const textOf = async (body: string, others = {}): Promise<string> =>
  (await readingOf(docx, docxOf(body, others))).text

const NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
it('sets paragraphs apart, and writes list items on a line each', async () => {
  const body = `${wordParagraph('Truce')}${wordParagraph('One', NUMBERED)}${wordParagraph('Two', NUMBERED)}${wordParagraph('After')}`
  expect(await textOf(body)).toBe('Truce\n\nOne\nTwo\n\nAfter')
})

it('keeps line ends, tabs and spaces within a paragraph', async () => {
  expect(
    await textOf(
      '<w:p><w:r><w:t>a</w:t><w:br/><w:t xml:space="preserve">b  c</w:t><w:tab/><w:t>d</w:t></w:r></w:p>',
    ),
  ).toBe('a\nb  c\td')
})

it('writes a row of a table on a line', async () => {
  const cell = (...lines: string[]) => `<w:tc>${lines.map((line) => wordParagraph(line)).join('')}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('a')}${cell('b', 'c')}</w:tr><w:tr>${cell('')}${cell('d')}</w:tr></w:tbl>`
  expect(await textOf(`${table}${wordParagraph('After')}`)).toBe('a\tb c\nd\n\nAfter')
})

it('keeps what tracked changes inserted and leaves out what they deleted, and comments', async () => {
  const changes =
    '<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:commentReference w:id="1"/></w:r>'
  expect(await textOf(`<w:p>${changes}</w:p>`)).toBe('new')
})

it('leaves out hidden words, codes of fields and what is there a second time for old programs', async () => {
  const body =
    '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>'
  expect(await textOf(body)).toBe('new')
})

it('knows the items of a list by their style, and no tab stop for a tab', async () => {
  const styles =
    '<w:styles xmlns:w="w"><w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
  const item = (text: string) =>
    wordParagraph(text, '<w:pPr><w:pStyle w:val="L"/><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr>')
  expect(await textOf(item('One') + item('Two'), { 'word/styles.xml': styles })).toBe('One\nTwo')
})

it('puts footnotes and endnotes after the text, under their numbers', async () => {
  const reference = (kind: string) => `<w:p><w:r><w:t>Words</w:t><w:${kind}Reference w:id="1"/></w:r></w:p>`
  const notes = {
    'word/footnotes.xml': wordNotes('footnote', [wordParagraph(' A footnote.')]),
    'word/endnotes.xml': wordNotes('endnote', [wordParagraph('An endnote.')]),
  }
  expect(await textOf(reference('footnote') + reference('endnote'), notes)).toBe(
    'Words[1]\n\nWords[2]\n\n[1] A footnote.\n\n[2] An endnote.',
  )
})

it('takes title, author and language from the properties, and no date that is not of its issue', async () => {
  const properties =
    '<dc:title>Truce holds</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en-GB</dc:language><dcterms:created>2016-06-14T00:00:00Z</dcterms:created>'
  const { found } = await readingOf(
    docx,
    docxOf(wordParagraph('Words'), { 'docProps/core.xml': coreProperties(properties) }),
  )
  expect(found).toEqual({
    title: { value: 'Truce holds', evidence: { from: 'file', span: null, certainty: 60 } },
    byline: { value: 'A. Writer', evidence: { from: 'file', span: null, certainty: 60 } },
    language: { value: 'en-GB', evidence: { from: 'file', span: null, certainty: 60 } },
  })
})

it('knows when a document was published that says so', async () => {
  const issued = coreProperties('<dcterms:issued>2016-06-14T00:00:00Z</dcterms:issued>')
  const { found } = await readingOf(docx, docxOf(wordParagraph('Words'), { 'docProps/core.xml': issued }))
  expect(found).toMatchObject({ published: { value: '2016-06-14' } })
})

it('opens no picture that lies elsewhere', async () => {
  const picture =
    '<w:p><w:r><w:t>Words</w:t><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rId9"/></wp:inline></w:drawing></w:r></w:p>'
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
  expect(await textOf(picture, { 'word/_rels/document.xml.rels': rels })).toBe('Words')
})

const ENTITIES = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>`
const OUTSIDE = `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>`

it.each([
  ['holds very many elements', docxOf('<w:p/>'.repeat(500_000)), /too many parts to be read/],
  [
    'unpacks to much more than it is',
    packed({ 'word/document.xml': '<w:p/>'.repeat(3_000_000) }),
    /cannot be read: .* packed/,
  ],
  ['is nested very deep', docxOf('<w:p>'.repeat(100_000)), /nested too deep to be read/],
  ['declares entities', docxOf('', { 'word/document.xml': ENTITIES }), /is damaged/],
  ['refers to a file by an entity', docxOf('', { 'word/document.xml': OUTSIDE }), /is damaged/],
  [
    'has thousands of parts',
    docxOf('', Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`p${i}.xml`, '']))),
    /too many parts/,
  ],
  ['has XML that breaks off', docxOf('<w:p>'), /is damaged/],
  ['is an archive of something else', stored({ 'a.txt': 'Words' }), /damaged or no Word document/],
  ['is no archive', Buffer.from('Words'), /no zip archive/],
  ['holds no words', docxOf('<w:p/>'), /holds no text/],
])('refuses a document that %s', async (_, bytes, sentence) => {
  expect(await refusalOf(docx, bytes, 'a.docx')).toMatch(sentence)
})
