import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { wholeFerryArticle } from '#shared/testing/exchange-articles.ts'
import { articlesIn, refusalsIn } from '#shared/testing/reading.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { type ZipMember, zipFile } from '#shared/testing/zip-file.ts'
import { zipMembers } from '../zip-directory.ts'
import { zipPieces } from '../zip-in.ts'
import { guidOf } from './refi-qda/guid.ts'
import { hueColour } from './refi-qda/hue-colour.ts'
import { refiQda } from './refi-qda.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0

const written = async (article = wholeFerryArticle): Promise<Uint8Array> => {
  const { files } = await exported(refiQda, [article])
  return files.get('') as Uint8Array
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function projectIn(archive: Uint8Array): Promise<string> {
  const chunks = async function* () {
    yield archive
  }
  const parts: Uint8Array[] = []
  const file = { path: '', chunks }
  const members = (await zipMembers(file)).filter(({ name }) => name === 'project.qde')
  for await (const piece of zipPieces(file, members)) parts.push(piece.bytes)
  return parts.map((part) => new TextDecoder().decode(part)).join('')
}

/** What the schema of a project says of the order in which elements stand in each other. */
const CHECK = `
import sys, zipfile, xml.etree.ElementTree as et
ORDER = {
    'Project': 'Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef',
    'Users': 'User', 'CodeBook': 'Codes', 'Codes': 'Code', 'Code': 'Description NoteRef Code',
    'Variables': 'Variable', 'Variable': 'Description', 'Sources': 'TextSource', 'Notes': 'Note', 'Links': 'Link',
    'TextSource': 'Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue',
    'Note': 'Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue',
    'PlainTextSelection': 'Description Coding NoteRef', 'Coding': 'CodeRef NoteRef',
    'VariableValue': 'VariableRef TextValue', 'Link': 'NoteRef',
}
NEEDED = {
    'Project': 'name', 'User': 'guid', 'Code': 'guid name isCodable', 'Variable': 'guid name typeOfVariable',
    'TextSource': 'guid', 'Note': 'guid', 'PlainTextSelection': 'guid startPosition endPosition', 'Coding': 'guid',
    'Link': 'guid', 'CodeRef': 'targetGUID', 'NoteRef': 'targetGUID', 'VariableRef': 'targetGUID',
}
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
root = et.fromstring(archive.read('project.qde'))
short = lambda e: e.tag.replace('{urn:QDA-XML:project:1.0}', '')
guids, targets = set(), []
for e in root.iter():
    order = ORDER.get(short(e), '').split()
    places = [order.index(short(child)) for child in e]
    assert places == sorted(places), short(e)
    for name in NEEDED.get(short(e), '').split():
        assert e.get(name), (short(e), name)
    if e.get('guid'):
        assert e.get('guid') not in guids, e.get('guid')
        guids.add(e.get('guid'))
    targets += [e.get(n) for n in ('targetGUID', 'originGUID', 'creatingUser', 'modifyingUser') if e.get(n)]
assert all(target in guids for target in targets)
for source in root.iter('{urn:QDA-XML:project:1.0}TextSource'):
    text = archive.read(source.get('plainTextPath').replace('internal://', 'sources/')).decode('utf-8')
    for s in source.iter('{urn:QDA-XML:project:1.0}PlainTextSelection'):
        print(ascii(text[int(s.get('startPosition')):int(s.get('endPosition'))]))
`

test.skipIf(!hasPython)(
  'Python finds the schema’s order, no GUID without its thing, and the marked words',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qdpx-'))
    try {
      writeFileSync(join(folder, 'project.qdpx'), await written())
      const python = spawnSync('python3', ['-c', CHECK, join(folder, 'project.qdpx')], { encoding: 'utf8' })
      expect(python.stderr).toBe('')
      expect(python.stdout.trim().split('\n')).toEqual(["'Norland'", "'pledged, he said,\\tto sail'"])
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

describe('a project that is written', () => {
  test('codes say labels, values, certainty and actors', async () => {
    const xml = await projectIn(await written())
    const workspace = '00000000-0000-4000-8000-000000000000'
    expect(xml).toContain(
      `<Code name="Actor" guid="${guidOf(workspace, 'label', 'actor')}" isCodable="true" color="${hueColour(245)}"><Description>actor\n`,
    )
    const coded = [
      guidOf(workspace, 'label', 'commitment'),
      guidOf(workspace, 'value', 'modality', 'promise'),
      guidOf('glosswright', 'codes', 'unsure'),
    ]
    const refs = coded.map((guid) => `<CodeRef targetGUID="${guid}"/>`)
    for (const ref of refs) expect(xml).toContain(ref)
    expect(xml).toMatch(
      /<PlainTextSelection guid="[^"]*" name="pledged, he said, to sail" startPosition="11" endPosition="36"/,
    )
    expect(xml).toContain('<PlainTextContent>two\nlines &amp; “quotes”</PlainTextContent>')
    expect(xml).toContain('name="role: committer"')
    expect(xml).toContain('name="link: condition-of"')
  })

  test('a text that begins with a byte order mark keeps it', async () => {
    const article = { ...wholeFerryArticle, text: '\ufeffNorland', annotations: [] }
    expect((await articlesIn(refiQda, await written(article)))[0]?.text).toBe('\ufeffNorland')
  })
})

const packing = {
  deflate: (data: Uint8Array) => deflateRawSync(data),
  crc32: (data: Uint8Array) => crc32(data),
}
const archive = (members: Readonly<Record<string, string>>): Uint8Array =>
  zipFile(
    Object.entries(members).map(
      ([name, content]): ZipMember => ({ name: bytes(name), content: bytes(content) }),
    ),
    packing,
  )

const project = (sources: string, origin = 'NVivo', rest = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="${origin}">
<Users><User guid="{aaaaaaaa-0000-0000-0000-000000000000}" name="Mira"/></Users>
<CodeBook><Codes><Code guid="C1" name="food" isCodable="true"><Code guid="c2" name="milk" isCodable="true"/></Code></Codes></CodeBook>
<Sources>${sources}</Sources>${rest}</Project>`

const selection = (start: number | string, end: number, inside = ''): string =>
  `<PlainTextSelection guid="s${start}" startPosition="${start}" endPosition="${end}" creatingUser="AAAAAAAA-0000-0000-0000-000000000000" creationDateTime="2018-03-27T19:29:27Z">${inside}</PlainTextSelection>`
const coding = (code: string): string => `<Coding guid="x"><CodeRef targetGUID="${code}"/></Coding>`
const source = (inside: string): string =>
  `\n<TextSource guid="t" name="Mabel.txt" plainTextPath="internal://T1.txt">${inside}</TextSource>`

describe('projects of other tools', () => {
  test('each code is a mark of its own, comments and notes are its note', async () => {
    const inside = `<Description>why?</Description>${coding('c1')}${coding('C2')}<NoteRef targetGUID="n"/>`
    const notes = '<Notes><Note guid="N"><PlainTextContent>so</PlainTextContent></Note></Notes>'
    const xml = project(source(selection(0, 4, inside)), 'MAXQDA', notes)
    const [article] = await articlesIn(
      refiQda,
      archive({ 'sources/t1.txt': '\ufeffmilk!', 'project.qde': xml }),
    )
    expect(article).toMatchObject({ text: 'milk!', article: { title: 'Mabel.txt' } })
    expect(article?.annotations).toMatchObject([
      {
        label: 'food',
        start: 0,
        end: 4,
        annotator: 'Mira',
        note: 'why?\n\nso',
        created: '2018-03-27T19:29:27Z',
      },
      { label: 'milk', id: 'S0/2' },
    ])
  })

  test('the text may stand in the XML, and codings on a PDF’s text are read', async () => {
    const inline = `<TextSource guid="t" name="a"><PlainTextContent>milk</PlainTextContent>${selection(0, 4, coding('C1'))}</TextSource>`
    const pdf = `<PDFSource guid="p" name="b.pdf"><Representation guid="r" name="b" plainTextPath="internal://R.txt">${selection(1, 2, coding('C2'))}</Representation></PDFSource>`
    const file = archive({ 'project.qde': project(inline + pdf), 'Sources/R.txt': 'xyz' })
    expect((await articlesIn(refiQda, file)).map(({ annotations }) => annotations[0]?.label)).toEqual([
      'food',
      'milk',
    ])
    expect(await refusalsIn(refiQda, file)).toEqual(['5: The source “b.pdf” is no text.'])
  })

  test('ATLAS.ti counts a line’s end once, others count both of its characters', async () => {
    const read = async (origin: string, start: number) => {
      const xml = project(source(selection(start, start + 1, coding('C1'))), origin)
      const [article] = await articlesIn(refiQda, archive({ 'project.qde': xml, 'sources/T1.txt': 'a\r\nb' }))
      const { start: at = 0, end } = article?.annotations[0] ?? {}
      return [article?.text?.slice(at, end), article?.isLoose]
    }
    expect(await read('ATLAS.ti 23', 2)).toEqual(['b', true])
    expect(await read('NVivo', 3)).toEqual(['b', undefined])
  })

  test('links between selections are links', async () => {
    const links = '<Links><Link guid="l" name="contradicts" originGUID="S0" targetGUID="S1"/></Links>'
    const xml = project(source(selection(0, 1, coding('C1')) + selection(1, 2, coding('C2'))), 'x', links)
    const [article] = await articlesIn(refiQda, archive({ 'project.qde': xml, 'sources/T1.txt': 'ab' }))
    expect(article?.annotations[0]?.links).toEqual([{ kind: 'contradicts', to: 'S1' }])
  })
})

describe('what does not hold is refused', () => {
  const withText = (xml: string) => archive({ 'project.qde': xml, 'sources/T1.txt': 'milk' })
  test.each([
    [
      'offsets outside',
      withText(project(source(selection(0, 9)))),
      '6: It ends at 9, but the text has only 4.',
    ],
    [
      'an end before its start',
      withText(project(source(selection(3, 2)))),
      '6: It ends at 2, which is not behind its start at 3.',
    ],
    [
      'a text that is not there',
      archive({ 'project.qde': project(source('')) }),
      '6: The text of the source “Mabel.txt” is not in the file.',
    ],
    ['no project', archive({ 'a.txt': 'a' }), '-: “a-file” holds no REFI-QDA project.'],
    ['another XML', withText('<a/>'), '1: “a-file” holds no REFI-QDA project.'],
    ['a broken XML', withText(project('<a>')), '5: “a-file” is not XML, or only a part of it.'],
    [
      'a document type',
      withText('<!DOCTYPE a []><a/>'),
      '1: “a-file” has a document type, which is not read.',
    ],
    ['no archive', bytes('milk'), '-: “a-file” is no zip archive, or only a part of one.'],
    [
      'a part of an archive',
      withText(project(source(''))).subarray(0, -20),
      '-: “a-file” is no zip archive, or only a part of one.',
    ],
    [
      'a text that is no UTF-8',
      zipFile(
        [
          { name: bytes('project.qde'), content: bytes(project(source(''))) },
          { name: bytes('sources/T1.txt'), content: Uint8Array.of(0xff) },
        ],
        packing,
      ),
      '-: “a-file” holds text that is not UTF-8.',
    ],
    [
      'what unpacks to far more',
      archive({ 'project.qde': ' '.repeat(40_000_000) }),
      '-: “a-file” unpacks to far more than such a file holds.',
    ],
  ])('%s', async (_, file, refusal) => {
    expect(await refusalsIn(refiQda, file)).toEqual([refusal])
  })
})

test.each(['x', '4e0', '0x1', '-1', ''])(
  'a selection from “%s” is refused, and says what the file says',
  async (start) => {
    const file = { 'project.qde': project(source(selection(start, 2))), 'sources/T1.txt': 'milk' }
    expect(await refusalsIn(refiQda, archive(file))).toEqual([
      `6: “${start}” and “2” are no positions: whole numbers are wanted.`,
    ])
  },
)

test('GUIDs are the same for the same names, and others for others', () => {
  expect(guidOf('a', 'b')).toBe(guidOf('a', 'b'))
  expect(guidOf('a', 'b')).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/)
  const names = Array.from({ length: 20_000 }, (_, i) =>
    guidOf('mark', `${i % 200}`, `${Math.floor(i / 200)}`),
  )
  expect(new Set([...names, guidOf('ab'), guidOf('a', 'b'), guidOf('', 'ab')]).size).toBe(20_003)
})

test('a hue becomes a colour of its kind', () => {
  expect(hueColour(30)).toMatch(/^#[d-f][0-9a-f][89ab][0-9a-f][6-8][0-9a-f]$/)
  expect(hueColour(245)).toMatch(/^#[4-7][0-9a-f]a[0-9a-f][d-e][0-9a-f]$/)
})
