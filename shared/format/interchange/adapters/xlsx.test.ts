import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import readWorkbook, { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { FERRIES } from '#shared/testing/ferries.ts'
import { foundIn } from '#shared/testing/reading.ts'
import { exported, readBack, sourceOf } from '#shared/testing/round-trip.ts'
import type { DatasetArticle } from '../../dataset.ts'
import type { Sink } from '../adapter.ts'
import { writeWorkbook, xlsx } from './xlsx.ts'

async function workbookOf(...articles: DatasetArticle[]): Promise<Uint8Array> {
  const { files } = await exported(xlsx, articles)
  return files.get('') as Uint8Array
}

/** A workbook with some of its parts changed. */
async function changed(change: (part: string, path: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await workbookOf(FERRIES))
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, bytes]) => [
        path,
        strToU8(change(Buffer.from(bytes).toString('utf8'), path)),
      ]),
    ),
  )
}

const sheetNames = async (bytes: Buffer) => (await readWorkbook(bytes)).map(({ sheet }) => sheet)

const long: DatasetArticle = {
  ...FERRIES,
  id: 'a-long-one',
  text: `${'_x0041_ 😀\r\n\t\u0000'.repeat(7_000)}end`,
  annotations: [],
}

describe('a workbook', () => {
  test('is read by another reader as it was written', async () => {
    const bytes = Buffer.from(await workbookOf(FERRIES))
    expect(await sheetNames(bytes)).toEqual(['Annotations', 'Acts', 'Links', 'Actors', 'Articles', 'About'])
    const [header, first, second] = await readSheet(bytes, 'Annotations', { trim: false })
    const row = (cells: unknown) =>
      Object.fromEntries((cells as unknown[]).map((cell, i) => [String(header?.[i]), cell]))
    expect(row(first)).toMatchObject({
      id: 'a1',
      label: 'actor',
      start: 0,
      end: 7,
      text: 'Norland',
      note: null,
    })
    expect(row(second)).toMatchObject({ id: 'a2', start: 10, note: '=1+1', 'attribute.outcome': 'under way' })
    const acts = await readSheet(bytes, 'Acts', { trim: false })
    expect(acts.slice(1).map((cells) => cells.slice(5, 9))).toEqual([
      ['committer', 'mention', 'a1', 'Norland'],
      ['committer', 'constant', 'author', 'author'],
      ['beneficiary', 'actor', 'actor-1', 'The “League”, NL'],
    ])
  })

  test('is XML in a zip archive, to Python too', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'workbook-')), 'a.xlsx')
    writeFileSync(path, await workbookOf(FERRIES, long))
    const script = `
import sys, zipfile, xml.etree.ElementTree as ET
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(len([ET.fromstring(z.read(name)) for name in z.namelist()]))`
    const count = execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })
    expect(Number(count)).toBe(11)
  })

  test('holds texts longer than a cell, in rows one below the other', async () => {
    const written = await exported(xlsx, [long, FERRIES])
    expect(await readBack(xlsx, written)).toBeNull()
    const articles = await readSheet(Buffer.from(written.files.get('') as Uint8Array), 'Articles', {
      trim: false,
    })
    const cells = articles.flat().filter((cell) => typeof cell === 'string')
    expect(Math.max(...cells.map(({ length }) => length))).toBeLessThan(33_000)
    expect(articles.map((row) => row.at(-1))).toEqual(['part', '1 of 4', '2 of 4', '3 of 4', '4 of 4', null])
  })

  test('has columns for what is seldom said only where it is said', async () => {
    const headOf = async (sheet: string, ...articles: DatasetArticle[]) =>
      (await readSheet(Buffer.from(await workbookOf(...articles)), sheet))[0]?.slice(-2)
    expect(await headOf('Articles', FERRIES)).toEqual(['full_sha256', 'offset_map'])
    expect(await headOf('Articles', FERRIES, long)).toEqual(['offset_map', 'part'])
    expect(await headOf('Articles', { ...FERRIES, byline: '' })).toEqual(['offset_map', 'other'])
    expect(await headOf('Articles', { ...long, byline: '' })).toEqual(['other', 'part'])
  })

  test('is printed on its side, page by page, each with the header', async () => {
    const parts = unzipSync(await workbookOf(FERRIES))
    const part = (path: string) => Buffer.from(parts[path] as Uint8Array).toString('utf8')
    expect(part('xl/worksheets/sheet1.xml')).toMatch(
      /<pageSetup pageOrder="overThenDown" orientation="landscape"\/><\/worksheet>$/,
    )
    expect(part('xl/worksheets/sheet1.xml')).not.toContain('fitToPage')
    expect(part('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Acts'!$1:$1<`,
    )
  })

  test('goes on in another sheet where one is full', async () => {
    const articles = Array.from({ length: 4 }, (_, i) => ({ ...FERRIES, id: `article-${i}` }))
    const parts: Uint8Array[] = []
    const sink: Sink = {
      open: async () => ({
        write: async (data) => void parts.push(data as Uint8Array),
        close: async () => undefined,
      }),
    }
    await writeWorkbook(sourceOf(articles), sink, 4)
    const bytes = Buffer.concat(parts)
    const names = await sheetNames(bytes)
    expect(names.slice(0, 3)).toEqual(['Annotations', 'Annotations 2', 'Annotations 3'])
    expect(await readSheet(bytes, 'Annotations 3')).toHaveLength(3)
    const { articles: found, refusals } = await foundIn(xlsx, { 'a.xlsx': bytes })
    expect(refusals).toEqual([])
    expect(found.map(({ annotations }) => annotations.length)).toEqual([2, 2, 2, 2])
  })
})

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** As Excel saves it: texts kept once and pointed to, its own prefixes, numbers as it likes, a word's sound beside it. */
const workbook = (rows: string, strings: string): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${RELATED}><x:sheets><x:sheet name="Tabelle1" sheetId="4" r:id="rId9"/></x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Target="/xl/worksheets/s.xml"/></Relationships>',
    ),
    'xl/worksheets/s.xml': strToU8(`<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst ${MAIN}>${strings}</sst>`),
  })

const HEADER =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>start</t></is></c><c t="str"><v>end</v></c><c r="D1" t="s"><v>1</v></c></row>'
const STRINGS =
  '<si><t>article</t></si><si><r><t>la</t></r><r><t>bel</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>d1_x000D_</t></si>'

describe('a workbook that somebody else saved', () => {
  test('is read, however its cells say what they hold', async () => {
    const rows = `${HEADER}<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>1.2E1</v></c><c r="C3"><f>B3+3</f><v>15</v></c><c r="D3" t="str"><v>act</v></c></row>`
    const { articles, refusals } = await foundIn(xlsx, { 'a.xlsx': workbook(rows, STRINGS) })
    expect(refusals).toEqual([])
    expect(articles[0]?.article).toEqual({ id: 'd1\r' })
    expect(articles[0]?.annotations).toMatchObject([{ start: 12, end: 15, label: 'act' }])
  })

  test.each([
    ['<row r="2"><c r="A2" t="s"><v>99</v></c></row>', 'has a cell whose text is not there'],
    ['<row r="2"><c r="A2"', 'is not XML, or only a part of it'],
    ['<row r="2"><c r="A2" t="str"><v>&bomb;</v></c></row>', 'is not XML, or only a part of it'],
  ])('is refused where it holds %s', async (row, reason) => {
    const { unreadable } = await foundIn(xlsx, { 'a.xlsx': workbook(HEADER + row, STRINGS) })
    expect(unreadable?.message).toContain(reason)
  })

  test('has a row refused that is wrong, and the others read', async () => {
    const row = (number: number, start: string) =>
      `<row r="${number}"><c r="A${number}" t="s"><v>2</v></c><c><v>${start}</v></c><c><v>9</v></c><c t="str"><v>act</v></c></row>`
    const rows = [HEADER, row(2, '1'), row(3, '12'), row(4, '1e400'), row(5, '8')].join('')
    const { articles, refusals } = await foundIn(xlsx, { 'a.xlsx': workbook(rows, STRINGS) })
    expect(refusals.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      ['a.xlsx › Tabelle1', 3, 'It ends at 9, which is not behind its start at 12.'],
      ['a.xlsx › Tabelle1', 4, 'Something is wrong at “start”: its start is no place in a text.'],
    ])
    expect(articles[0]?.annotations).toHaveLength(2)
  })
})

describe('a damaged workbook', () => {
  test('is refused, wherever it was cut off', async () => {
    const bytes = await workbookOf(FERRIES)
    for (let length = 0; length < bytes.length; length += 499) {
      const { unreadable, articles } = await foundIn(xlsx, { 'a.xlsx': bytes.slice(0, length) })
      expect(articles).toEqual([])
      expect(unreadable?.message).toMatch(/is no zip archive, or only a part of one/)
    }
  })

  test('is refused where a part is not what its directory says', async () => {
    const bytes = (await workbookOf(FERRIES)).slice()
    bytes.fill(0xff, 400, 700)
    expect((await foundIn(xlsx, { 'a.xlsx': bytes })).unreadable?.message).toMatch(/damaged|not XML/)
  })

  test('is refused where it brings definitions of its own', async () => {
    const bytes = await changed((part) => part.replace('?>', '?><!DOCTYPE a [<!ENTITY a "b">]>'))
    expect((await foundIn(xlsx, { 'a.xlsx': bytes })).unreadable?.message).toContain('is not XML')
  })

  test.each([
    ['2 of 4', [2, 4, 5]],
    ['4 of 4', [2, 3, 4]],
  ])('has a long text refused of which part %s is missing, and the others read', async (part, lines) => {
    const parts = unzipSync(await workbookOf(long, FERRIES))
    const row = new RegExp(`<row r="\\d+" [^>]*>(?:(?!</row>).)*${part}(?:(?!</row>).)*</row>`, 's')
    const sheets = Object.entries(parts).map(([path, bytes]) => {
      return [path, strToU8(Buffer.from(bytes).toString('utf8').replace(row, ''))] as const
    })
    const { articles, refusals } = await foundIn(xlsx, { 'a.xlsx': zipSync(Object.fromEntries(sheets)) })
    expect(articles.map(({ article }) => article.id)).toEqual([FERRIES.id])
    expect(refusals.map(({ line, reason }) => [line, reason])).toEqual(
      lines.map((line) => [line, 'It is one of several parts that do not stand one below the other.']),
    )
  })
})
