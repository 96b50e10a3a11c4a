import { expect, it } from 'vitest'
import { packed } from '../testing/packed.ts'
import { partsOf, readingOf, refusalOf } from '../testing/parts.ts'
import { epub } from './epub.ts'

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
const chapter = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${body}</body></html>`
const opf = (pages: readonly string[]) => `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><metadata>
<dc:title>The  Lom Papers</dc:title><dc:creator>Ada Brink</dc:creator><dc:creator>Jon Ferro</dc:creator><dc:publisher>Weir &amp; Son</dc:publisher>
<dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">2011-05</dc:date><dc:language>en</dc:language></metadata>
<manifest>${pages.map((page, i) => `<item id="p${i}" href="${encodeURI(page)}" media-type="application/xhtml+xml"/>`).join('')}<item id="i" href="a.png" media-type="image/png"/></manifest>
<spine><itemref idref="i"/>${pages.map((_, i) => `<itemref idref="p${i}"/>`).join('')}</spine></package>`

function book(chapters: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const pages = Object.entries(chapters).map(([name, body]) => [`OEBPS/${name}`, chapter(body)])
  return packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OEBPS/book.opf': opf(Object.keys(chapters)),
    ...Object.fromEntries(pages),
    ...more,
  })
}

it('reads a book as one article, its chapters in the order of its spine', async () => {
  const reading = await readingOf(
    epub,
    book({
      'z first.xhtml': '<nav><ol><li><a href="a.xhtml">One</a></li></ol></nav>',
      'cover.xhtml': '<img src="a.png" alt="A river"/>',
      'a.xhtml': '<h1>One</h1><p>The mayor<a id="n1"/> promised to resign.</p>',
      'b.xhtml': '<h1>Two</h1><p>He did not.</p>',
    }),
  )
  expect(reading.text).toBe('One\n\nOne\n\nThe mayor promised to resign.\n\nTwo\n\nHe did not.')
  expect(reading.boilerplate).toMatchObject([{ start: 0, end: 3, kind: 'navigation' }])
  expect(
    Object.fromEntries(Object.entries(reading.found).map(([field, { value }]) => [field, value])),
  ).toEqual({
    title: 'The Lom Papers',
    byline: 'Ada Brink, Jon Ferro',
    publisher: 'Weir & Son',
    published: '2011-05',
    language: 'en',
  })
})

it('reads a long book as an article for each chapter, named after its heading', async () => {
  const long = `<p>${'The council sat again and nothing was settled. '.repeat(12_000)}</p>`
  const parts = await partsOf(epub, book({ 'a.xhtml': `<h2>The flood</h2>${long}`, 'b.xhtml': long }))
  expect(parts.map(({ part }) => part)).toEqual(['1 The flood', '2 chapter 2'])
  expect(parts.map(({ reading }) => reading.ok && reading.value.found.title?.value)).toEqual([
    'The Lom Papers: The flood',
    'The Lom Papers: chapter 2',
  ])
})

it('says of a protected book that it is, and reads one of which only the fonts are locked', async () => {
  const locked = (way: string) => ({
    'META-INF/encryption.xml': `<encryption><enc:EncryptedData xmlns:enc="x"><enc:EncryptionMethod Algorithm="${way}"/></enc:EncryptedData></encryption>`,
  })
  const chapters = { 'a.xhtml': '<p>Words</p>' }
  const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc'
  expect(await refusalOf(epub, book(chapters, locked(aes)), 'a.epub')).toBe(
    '“a.epub” is protected against copying; please get it without that, and import it again.',
  )
  const fonts = locked('http://www.idpf.org/2008/embedding')
  expect((await readingOf(epub, book(chapters, fonts))).text).toBe('Words')
})

it.each([
  ['no archive', Buffer.from('PK\u0003\u0004 cut off'), 'is damaged'],
  ['no package', packed({ mimetype: 'application/epub+zip' }), 'does not say what is in it'],
  [
    'a package of entities in entities',
    book(
      {},
      { 'OEBPS/book.opf': '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><package>&c;</package>' },
    ),
    'does not say what is in it',
  ],
  [
    'a package that includes a file of the machine',
    book(
      {},
      {
        'OEBPS/book.opf':
          '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><package><dc:title>&b;</dc:title></package>',
      },
    ),
    'does not say what is in it',
  ],
  ['a missing chapter', book({}, { 'OEBPS/book.opf': opf(['gone.xhtml']) }), '“OEBPS/gone.xhtml” is missing'],
  ['a chapter outside', book({}, { 'OEBPS/book.opf': opf(['../../etc/passwd']) }), 'is missing'],
  ['no words', book({ 'a.xhtml': '<img alt="x"/>' }), 'is a book without words'],
  ['a chapter too deep', book({ 'a.xhtml': '<div>'.repeat(100_000) }), 'more than 1000 deep'],
])('refuses a book with %s in a sentence', async (_, bytes, words) => {
  expect(await refusalOf(epub, bytes, 'a.epub')).toContain(words)
})
