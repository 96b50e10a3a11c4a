import { expect, it } from 'vitest'
import type { ReadingChoices } from '../reading.ts'
import { sheetRow, stored, xlsxOf } from '../testing/office.ts'
import { partsOf, refusalOf } from '../testing/parts.ts'
import { delimitedTable, jsonLines, spreadsheet } from './tables.ts'

const LONG = 'The truce held through the night said both sides. '.repeat(6)

const csv = (text: string, choices: ReadingChoices = {}, name = 'news.csv') =>
  partsOf(delimitedTable, Buffer.from(text), { name, choices })

const jsonl = (text: string, choices: ReadingChoices = {}) =>
  partsOf(jsonLines, Buffer.from(text), { name: 'news.jsonl', choices })

const sampleOf = (bytes: Uint8Array) => delimitedTable.sample?.({ name: 'a.csv', bytes, choices: {} })

/** What the rows became: their text, or the sentence of their failure. */
const outcomes = (parts: Awaited<ReturnType<typeof csv>>) =>
  parts.map(({ reading }) => (reading.ok ? reading.value.text : reading.problem.sentence))

const TEXT = { columns: { text: 'text', metadata: {} } }

it('makes an article of each row, named as a spreadsheet names the row', async () => {
  const parts = await csv('title,text\nTruce,Guns fell silent.\n\nTalks,They met.\n', TEXT)
  expect(parts.map(({ part }) => part)).toEqual(['row 2', 'row 4'])
  expect(outcomes(parts)).toEqual(['Guns fell silent.', 'They met.'])
})

it('takes the columns that are named so for the text and the metadata', async () => {
  const [part] = await csv(
    `Headline,Author,Date,Outlet,URL,Lang,Body\nTruce,A. Writer,Dec 1,The Post,https://a.example/1,en,${LONG}`,
  )
  if (!part?.reading.ok) throw new Error('It was refused')
  const evidence = { from: 'file', span: null, certainty: 80 }
  expect(part.reading.value.text).toBe(LONG)
  expect(part.reading.value.found).toEqual({
    title: { value: 'Truce', evidence },
    byline: { value: 'A. Writer', evidence },
    publisher: { value: 'The Post', evidence },
    published: { value: '--12-01', evidence },
    language: { value: 'en', evidence },
    url: { value: 'https://a.example/1', evidence },
  })
})

it.each([
  ['title;text\nTruce;Guns fell silent.', 'Guns fell silent.'],
  ['title;text\nTruce;Guns, and men, fell silent.\n', 'Guns, and men, fell silent.'],
  ['"title, or so";text\nTruce;They met, at last.\n', 'They met, at last.'],
  ['title|text\nTruce|They met.\n', 'They met.'],
])('splits %j where its headers are split', async (table, text) =>
  expect(outcomes(await csv(table, TEXT))).toEqual([text]),
)

it('knows nothing from a cell that does not say what its column is called', async () => {
  const choices = { columns: { text: 'a', metadata: { url: 'b', published: 'c', language: 'd' } } }
  const [part] = await csv('a,b,c,d\nWords,javascript:alert(1),soon,the usual one', choices)
  expect(part).toMatchObject({ reading: { value: { found: {} } } })
})

it('is not sure where two columns have a name that the text may have', async () => {
  const bytes = Buffer.from(`text,title,text\n${LONG},Truce,${LONG}\n`)
  expect(await sampleOf(bytes)).toMatchObject({ ok: true, value: { isSure: false } })
})

it('takes no number that would be another one when it is written', async () => {
  const choices = { columns: { text: 'text', metadata: { title: 'n' } } }
  const line = (n: string) => `{"text":"Words","n":${n}}`
  const numbers = ['1e400', '9007199254740993', '-9007199254740993', '2016']
  const titles = (await jsonl(numbers.map(line).join('\n'), choices)).map(
    ({ reading }) => reading.ok && reading.value.found.title?.value,
  )
  expect(titles).toEqual([undefined, undefined, undefined, '2016'])
})

it.each([
  [
    'deep',
    `{"a":${'['.repeat(70)}${']'.repeat(70)}}`,
    'Row 1 of “news.jsonl” has brackets within brackets more than 64 deep.',
  ],
  [
    'wide',
    JSON.stringify(Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [i, 'x']))),
    'Row 1 of “news.jsonl” has more than 1,000 fields.',
  ],
  ['no object', '"words"', 'Row 1 of “news.jsonl” is JSON, but no object with fields.'],
])('says of lines that cannot be read why: %s', async (_, line, sentence) => {
  expect(outcomes(await jsonl(`${line}\n${line}`))).toEqual([sentence])
})

it('keeps of a row what it holds, not the whole table', async () => {
  const [part] = await csv('text,__proto__\nWords,x', TEXT)
  if (!part?.reading.ok) throw new Error('It was refused')
  const { ending, bytes } = part.reading.value.original
  expect(ending).toBe('json')
  expect(Buffer.from(bytes).toString()).toBe('{\n "text": "Words",\n "__proto__": "x"\n}')
})

it.each([
  [';', 'a.csv'],
  ['\t', 'a.csv'],
  ['\t', 'a.tsv'],
  ['|', 'a.csv'],
])('finds out that %j splits %s', async (delimiter, name) => {
  const parts = await csv(`title${delimiter}text\nx${delimiter}Words`, TEXT, name)
  expect(outcomes(parts)).toEqual(['Words'])
})

it('reads quoted line ends, quotes and delimiters as part of the cell', async () => {
  const parts = await csv('title,text\r\nx,"One, ""two""\r\nthree"\r\n', TEXT)
  expect(outcomes(parts)).toEqual(['One, "two"\r\nthree'])
})

it('takes formulas and markup for text', async () => {
  const parts = await csv('text\n"=HYPERLINK(""http://a.example"")"\n<script>alert(1)</script>', TEXT)
  expect(outcomes(parts)).toEqual(['=HYPERLINK("http://a.example")', '<script>alert(1)</script>'])
})

it('reads a table in another encoding, and says in which', async () => {
  const rows = 'text\nDer Präsident sprach über die Lage in Köln und Düsseldorf.\n'
  const [part] = await partsOf(delimitedTable, Buffer.from(`\ufeff${rows}`, 'utf16le'), {
    choices: TEXT,
    name: 'a.csv',
  })
  expect(part).toMatchObject({
    reading: { value: { decoded: { encoding: 'utf-16le', byteOrderMark: true } } },
  })
})

it('fails a row without text, and no other', async () => {
  const parts = await csv('title,text\nx, \ny,Words', TEXT)
  expect(outcomes(parts)).toEqual(['Row 2 of “news.csv” has no text in its column “text”.', 'Words'])
})

it('asks for a choice where it cannot tell which column is the text', async () => {
  expect(await refusalOf(delimitedTable, Buffer.from('a,b\nx,y'), 'a.csv')).toBe(
    '“a.csv” is a table; please choose which of its columns is the text, and import it again.',
  )
})

it('says so where the chosen column is not there', async () => {
  expect(outcomes(await csv('a,b\nx,y', TEXT))).toEqual([
    '“news.csv” has no column “text”; please choose which of its columns is the text.',
  ])
})

it('gives columns of one name, and columns without one, names of their own', async () => {
  const outline = await sampleOf(Buffer.from('a,a,,a (2)\n1,2,3,4'))
  expect(outline).toMatchObject({
    value: { columns: ['a', 'a (2)', 'column 3', 'a (2) (2)'], rows: [['1', '2', '3', '4']] },
  })
})

it('outlines a table: its first rows, how many there are, and a guess', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `t${i},${LONG}`).join('\n')
  expect(await sampleOf(Buffer.from(`name,words\n${rows}`))).toMatchObject({
    value: {
      count: 9,
      guess: { text: 'words', metadata: {} },
      isSure: true,
      rows: Array.from({ length: 5 }, (_, i) => [`t${i}`, LONG]),
    },
  })
})

it('is not sure of a column called text that is shorter than another', async () => {
  const outline = await sampleOf(Buffer.from(`text,other\nshort,${LONG}`))
  expect(outline).toMatchObject({ value: { guess: { text: 'text' }, isSure: false } })
})

it('refuses a table of very many columns', async () => {
  const wide = `text${',x'.repeat(2000)}\na`
  expect(await refusalOf(delimitedTable, Buffer.from(wide), 'a.csv')).toMatch(/more than 1,000 columns/)
})

it('gives the rows one by one', async () => {
  const bytes = Buffer.from(`text\n${'Words\n'.repeat(100_000)}`)
  const parts = delimitedTable.read({ name: 'a.csv', bytes, choices: TEXT })
  if (!(Symbol.asyncIterator in parts)) throw new Error('All of them are there at once')
  for await (const { part } of parts) if (part === 'row 3') break
  let count = 0
  for await (const { reading } of delimitedTable.read({
    name: 'a.csv',
    bytes,
    choices: TEXT,
  }) as AsyncIterable<{ reading: { ok: boolean } }>)
    count += reading.ok ? 1 : 0
  expect(count).toBe(100_000)
})

it('reads the fields of JSON lines, those within fields too', async () => {
  const line = JSON.stringify({ body: LONG, meta: { author: ['A', 'B'] } })
  const choices = { columns: { text: 'body', metadata: { byline: 'meta.author' } } }
  const [part] = await jsonl(`${line}\n`, choices)
  expect(part).toMatchObject({
    part: 'row 1',
    reading: { value: { text: LONG, found: { byline: { value: 'A, B' } } } },
  })
  if (part?.reading.ok) expect(Buffer.from(part.reading.value.original.bytes).toString()).toBe(line)
})

it('fails lines that are no objects, and no others', async () => {
  const parts = await jsonl(
    '{"text":"Words"}\n[1]\n{"text":\n\n{"text":"\\ud800"}\n{"text":"a\\u0000b"}',
    TEXT,
  )
  expect(outcomes(parts)).toEqual([
    'Words',
    'Row 2 of “news.jsonl” is JSON, but no object with fields.',
    'Row 3 of “news.jsonl” is not JSON.',
    'Row 5 of “news.jsonl” holds something that is not text.',
    'Row 6 of “news.jsonl” holds something that is not text.',
  ])
})

it('fails a line that is 100,000 deep, before it is parsed', async () => {
  const deep = `{"text":"Words","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const parts = await jsonl(`${deep}\n{"text":"Words [[ in a string"}`, TEXT)
  expect(outcomes(parts)).toEqual([
    'Row 1 of “news.jsonl” has brackets within brackets more than 64 deep.',
    'Words [[ in a string',
  ])
})

it('fails a line of very many fields', async () => {
  const fields = Array.from({ length: 2000 }, (_, i) => `"k${i}":1`).join()
  expect(outcomes(await jsonl(`{${fields}}\n{"text":"Words"}`, TEXT))).toEqual([
    'Row 1 of “news.jsonl” has more than 1,000 fields.',
    'Words',
  ])
})

it('lets a line called __proto__ change nothing', async () => {
  const [part] = await jsonl('{"text":"Words","__proto__":{"polluted":"yes"}}', TEXT)
  expect(part?.reading.ok).toBe(true)
  expect({}).not.toHaveProperty('polluted')
})

const workbook = (...rows: readonly string[]) =>
  partsOf(spreadsheet, xlsxOf(rows.join('')), { name: 'a.xlsx', choices: TEXT })

it('reads the rows of a workbook, numbers and dates as words', async () => {
  const row =
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Words</t></is></c><c r="B2" s="1"><v>42535</v></c><c r="C2"><v>1.5</v></c></row>'
  const [part] = await workbook(sheetRow(1, ['text', 'date', 'number']), row)
  if (!part?.reading.ok) throw new Error('It was refused')
  expect(part.part).toBe('row 2')
  expect(JSON.parse(Buffer.from(part.reading.value.original.bytes).toString())).toEqual({
    text: 'Words',
    date: '2016-06-14',
    number: '1.5',
  })
})

it('takes of a formula what it came to', async () => {
  const row =
    '<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://a.example","Words")</f><v>Words</v></c></row>'
  expect(outcomes(await workbook(sheetRow(1, ['text']), row))).toEqual(['Words'])
})

it('counts the rows of a workbook as Excel does, over empty ones', async () => {
  const parts = await workbook(sheetRow(1, ['text']), sheetRow(4, ['Words']))
  expect(parts.map(({ part }) => part)).toEqual(['row 4'])
})

it.each([
  ['has a cell in the last column', '<row r="1"><c r="XFD1"><v>1</v></c></row>', /more than 1,000 columns/],
  ['has a cell far down', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>', /more than 1,000,000 rows/],
  ['makes room for very many cells', '<row r="900000"><c r="ABC900000"><v>1</v></c></row>', /too many cells/],
  ['is nested very deep', '<row>'.repeat(1000), /nested too deep/],
  ['is empty', '', /holds no rows/],
])('refuses a workbook that %s', async (_, data, sentence) => {
  expect(await refusalOf(spreadsheet, xlsxOf(data), 'a.xlsx')).toMatch(sentence)
})

it('refuses what is no workbook', async () => {
  expect(await refusalOf(spreadsheet, stored({ 'a.txt': 'Words' }), 'a.xlsx')).toMatch(/no Excel workbook/)
})
