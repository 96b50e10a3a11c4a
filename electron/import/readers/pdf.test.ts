import { expect, it } from 'vitest'
import { readingOf, refusalOf } from '../testing/parts.ts'
import { linesAt, pdfOf } from '../testing/pdf.ts'
import { pdf } from './pdf.ts'

const readPages = (...pages: Parameters<typeof pdfOf>[0]) => readingOf(pdf, pdfOf(pages))
const textOf = async (...pages: Parameters<typeof pdfOf>[0]) => (await readPages(...pages)).text

it('joins the lines of a paragraph and sets paragraphs apart', async () => {
  const first = linesAt(50, 700, ['The truce held through the night,', 'both sides said on Monday morning.'])
  const second = linesAt(50, 660, ['Talks are to go on in the capital', 'as soon as the snow is gone.'])
  expect(await textOf([...first, ...second])).toBe(
    'The truce held through the night, both sides said on Monday morning.\n\nTalks are to go on in the capital as soon as the snow is gone.',
  )
})

it('puts the words of a line together from where they stand, whatever their order in the file', async () => {
  const words = [
    { text: 'held', x: 104, y: 700 },
    { text: 'The', x: 50, y: 700 },
    { text: 'tru', x: 70, y: 700 },
    { text: 'ce', x: 81.8, y: 700 },
  ]
  expect(await textOf(words)).toBe('The truce held')
})

it('keeps a short line for itself, a byline say', async () => {
  const lines = linesAt(50, 700, ['By A. Writer', 'The truce held through the night, both sides said.'])
  expect(await textOf(lines)).toBe('By A. Writer\n\nThe truce held through the night, both sides said.')
})

it('joins a word that a line end broke', async () => {
  const lines = linesAt(50, 700, ['The govern-', 'ment met the well-', 'known general in Baden-', 'Baden.'])
  expect(await textOf(lines)).toBe('The government met the wellknown general in Baden-Baden.')
})

it('keeps a hyphen that the document writes elsewhere', async () => {
  const lines = linesAt(50, 700, ['A well-known man spoke to the well-', 'known general.'])
  expect(await textOf(lines)).toBe('A well-known man spoke to the well-known general.')
})

const LEFT = [
  'Guns fell silent along the',
  'whole of the front line on',
  'Monday, and the first buses',
  'with food and medicine have',
  'reached the besieged towns',
  'of the north, officials said',
]
const RIGHT = [
  'late in the evening. Nobody',
  'could say whether this will',
  'last until the end of these',
  'talks, which both the sides',
  'want to continue next week',
  'in a third country by then.',
]

it('reads two columns one after the other, below a headline that runs over both', async () => {
  const headline = { text: 'Truce holds on the first day, to the surprise of all', x: 50, y: 740, size: 20 }
  const text = await textOf([headline, ...linesAt(50, 700, LEFT), ...linesAt(300, 700, RIGHT)])
  expect(text).toBe(
    `Truce holds on the first day, to the surprise of all\n\n${[...LEFT, ...RIGHT].join(' ')}`,
  )
})

it('reads columns whose lines do not stand at the same height', async () => {
  const text = await textOf([...linesAt(50, 700, LEFT), ...linesAt(300, 694, RIGHT)])
  expect(text).toBe([...LEFT, ...RIGHT].join(' '))
})

it('reads a table row by row', async () => {
  const names = linesAt(50, 700, ['Killed', 'Wounded', 'Missing', 'Fled', 'Held', 'Freed'])
  const numbers = linesAt(300, 700, ['1', '2', '3', '4', '5', '6'])
  expect(await textOf([...names, ...numbers])).toBe(
    'Killed\t1\nWounded\t2\nMissing\t3\nFled\t4\nHeld\t5\nFreed\t6',
  )
})

it('marks headers and page numbers as repeated, and lets no sentence be split by them', async () => {
  const page = (number: number, lines: readonly string[]) => [
    { text: 'The Daily Example', x: 50, y: 780 },
    ...linesAt(50, 700, lines),
    { text: `Page ${number} of 3`, x: 280, y: 30 },
  ]
  const { text, boilerplate } = await readPages(
    page(1, ['The minister, who had come from the capital, said that he']),
    page(2, ['would not resign.', 'Nobody else said a word.']),
    page(3, ['The end.']),
  )
  expect(text).toContain('said that he would not resign.')
  expect(boilerplate.map(({ start, end }) => text.slice(start, end))).toEqual([
    'The Daily Example',
    'Page 1 of 3',
    'The Daily Example',
    'Page 2 of 3',
    'The Daily Example',
    'Page 3 of 3',
  ])
  expect(boilerplate[0]).toMatchObject({ kind: 'navigation', reason: 'repeated on every page' })
})

it('takes title, author and language from the document’s information, with little certainty', async () => {
  const words = linesAt(50, 700, ['Words'])
  const bytes = pdfOf([words], {
    information: '/Title (Truce holds) /Author (A. Writer)',
    catalog: '/Lang (en-GB)',
  })
  const evidence = { from: 'file', span: null, certainty: 40 }
  expect((await readingOf(pdf, bytes)).found).toEqual({
    title: { value: 'Truce holds', evidence },
    byline: { value: 'A. Writer', evidence },
    language: { value: 'en-GB', evidence },
  })
})

it.each(['Microsoft Word - truce.doc', 'untitled', 'truce-final.docx', ' '])(
  'takes %j for no title',
  async (title) => {
    const bytes = pdfOf([linesAt(50, 700, ['Words'])], { information: `/Title (${title})` })
    expect((await readingOf(pdf, bytes)).found).toEqual({})
  },
)

it('keeps the bytes as they were, unharmed by the reading', async () => {
  const bytes = pdfOf([linesAt(50, 700, ['Words'])])
  const { original } = await readingOf(pdf, bytes)
  expect(original).toEqual({ ending: 'pdf', bytes: pdfOf([linesAt(50, 700, ['Words'])]) })
})

const ENCRYPTED = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`

it.each([
  ['is protected', pdfOf([linesAt(50, 700, ['Words'])], { trailer: ENCRYPTED }), /protected by a password/],
  ['has no text', pdfOf([[], []]), /holds pictures of pages and no text/],
  ['is cut off', pdfOf([linesAt(50, 700, ['Words'])]).subarray(0, 150), /damaged or no PDF/],
  ['is something else', Buffer.from('Words'), /damaged or no PDF/],
  ['is empty', Buffer.from(''), /damaged or no PDF/],
])('refuses a file that %s', async (_, bytes, sentence) => {
  expect(await refusalOf(pdf, bytes, 'a.pdf')).toMatch(sentence)
})

it('refuses a file of very many pages', async () => {
  const bytes = pdfOf(Array.from({ length: 2001 }, () => []))
  expect(await refusalOf(pdf, bytes, 'a.pdf')).toMatch(/too many pages \(2,001; the limit is 2,000\)/)
})
