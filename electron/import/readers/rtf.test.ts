import { expect, it } from 'vitest'
import { readingOf, refusalOf } from '../testing/parts.ts'
import { rtf } from './rtf.ts'

const document = (body: string): Buffer => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${body}}`, 'latin1')
const textOf = async (body: string): Promise<string> => (await readingOf(rtf, document(body))).text

it('sets paragraphs apart and keeps line ends within them', async () => {
  expect(await textOf('One\\line two.\\par\nThree\r\nfour.\\par')).toBe('One\ntwo.\n\nThreefour.')
})

it('reads escaped bytes in the code page of the document', async () => {
  expect(await textOf("caf\\'e9 \\'93x\\'94")).toBe('café “x”')
})

it('loses no letter behind what should be the number of a byte, and is none', async () => {
  expect(await textOf("\\'No and \\'4 more\\'")).toBe('No and 4 more')
})

it('reads bytes in the code page of their font, characters of two bytes too', async () => {
  const fonts = '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Mincho;}}'
  expect(await textOf(`${fonts}{\\f1 \\'cc\\'e8\\'f0} {\\f2 \\'93\\'fa\\'96\\'7b} \\'e9`)).toBe('Мир 日本 é')
})

it('reads Unicode characters and skips what repeats them', async () => {
  expect(await textOf("\\u8364?5 \\u-10179?\\u-8704? {\\uc2\\u8364\\'80\\'80}x {\\uc0\\u8364 y}")).toBe(
    '€5 😀 €x €y',
  )
})

it('reads the words that stand for characters', async () => {
  expect(await textOf('\\ldblquote a\\rdblquote\\~\\endash\\tab b\\emdash \\{c\\}\\\\')).toBe(
    '“a”\u00a0–\tb—{c}\\',
  )
})

it('writes a row of a table on a line', async () => {
  const row = (a: string, b: string) => `\\trowd\\intbl ${a}\\cell ${b}\\cell\\row\\pard `
  expect(await textOf(`Before\\par ${row('a', 'b\\par c')}${row('d', 'e')}After\\par`)).toBe(
    'Before\n\na\tb c\nd\te\n\nAfter',
  )
})

it('writes the items of a list on a line each, without their marks', async () => {
  const item = (text: string) => `\\pard\\ls1{\\listtext\\bullet\\tab}${text}\\par `
  expect(await textOf(`${item('One')}${item('Two')}\\pard After\\par`)).toBe('One\nTwo\n\nAfter')
})

it('puts footnotes after the text', async () => {
  expect(await textOf('One{\\footnote \\chftn  First note.} two.\\par{\\footnote Second.}Three.\\par')).toBe(
    'One[1] two.\n\n[2]Three.\n\n[1] First note.\n\n[2] Second.',
  )
})

it('leaves out hidden and deleted words, pictures, field codes and headers', async () => {
  const body =
    'Seen{\\v  hidden}{\\deleted  deleted}{\\header top}{\\pict 00ff}{\\*\\unheard of}{\\field{\\*\\fldinst HYPERLINK "http://a.example"}{\\fldrslt  link}}'
  expect(await textOf(body)).toBe('Seen link')
})

it('skips binary data, however much of it the file claims to have', async () => {
  expect(await textOf('a{\\pict\\bin3 {{{}b')).toBe('ab')
  expect(await refusalOf(rtf, document('a\\bin2000000000 x'), 'a.rtf')).toMatch(/breaks off/)
})

it('takes title and author from the information of the document', async () => {
  const { found, text } = await readingOf(
    rtf,
    document('{\\info{\\title Truce holds}{\\author A. Writer}{\\company x}}Words'),
  )
  expect(text).toBe('Words')
  expect(found).toMatchObject({
    title: { value: 'Truce holds', evidence: { from: 'file' } },
    byline: { value: 'A. Writer' },
  })
})

it('reads what a text box holds', async () => {
  expect(await textOf('a{\\shp{\\*\\shpinst{\\sp{\\sn x}}{\\shptxt boxed\\par}}{\\shprslt old}}b')).toBe(
    'aboxed\n\nb',
  )
})

it.each([
  ['is nested 100,000 deep', `{\\rtf1 ${'{'.repeat(100_000)}`, /nested too deep/],
  ['breaks off', '{\\rtf1 Words', /breaks off in the middle/],
  ['is something else', 'Words', /is not an RTF document/],
  ['says nothing', '{\\rtf1 }', /holds no text/],
])('refuses a file that %s', async (_, text, sentence) => {
  expect(await refusalOf(rtf, Buffer.from(text), 'a.rtf')).toMatch(sentence)
})
