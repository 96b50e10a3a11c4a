import { readdir, readFile, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '#electron/library/hash.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import type { Adapter } from '#shared/format/interchange/adapter.ts'
import { exportAs } from './export-as.ts'
import { ExportDesk, everything, filesIn } from './testing/export-desk.ts'
import { shelfFormat } from './testing/shelf-format.ts'
import { forgetWhoIsMeant } from './testing/without-actors.ts'

let desk: ExportDesk
beforeEach(async () => {
  desk = await ExportDesk.make()
})
afterEach(() => desk.remove())

describe('what is selected', () => {
  it('is everything, and what a format cannot hold is counted with examples', async () => {
    const report = await desk.exported()
    expect(report).toMatchObject({ format: 'shelf', out: desk.out, articles: 2, annotations: 7 })
    const title = 'Norland promises night ferries 🚢'
    expect(report.loss).toEqual([
      { kind: 'nested', count: 1, examples: [`“Vesteria” (actor) in “${title}”`] },
      { kind: 'links', count: 1, examples: [`“denied the charge” (accusation) in “${title}”`] },
      { kind: 'actors', count: 1, examples: [`“Vesteria” (actor) in “${title}”`] },
    ])
    expect(report.beside).toEqual([
      { kind: 'registry', count: 6 },
      { kind: 'scheme', count: 1 },
    ])
    const acts = (await desk.articles()).flatMap(({ annotations }) => annotations)
    expect(acts.find(({ id }) => id === 'm5')?.roles.accused).toEqual([{ actor: 'vesteria' }])
  })

  it('may be labels; whom a mention that is left out means fills its role', async () => {
    const { loss } = await desk.exported({ ...everything, labels: ['accusation'] })
    const marks = (await desk.articles()).flatMap(({ annotations }) => annotations)
    expect(marks.map(({ id, roles }) => [id, roles])).toEqual([
      ['m5', { accuser: [{ actor: 'ada-quill' }], accused: [{ actor: 'vesteria' }] }],
      ['m7', { accuser: [{ constant: 'unknown' }], accused: [{ actor: 'vesteria' }] }],
    ])
    expect(loss.map(({ kind }) => kind)).toEqual(['links'])
  })

  it('may be labels; what pointed to others, whom nobody knows, is taken out and counted', async () => {
    await forgetWhoIsMeant(desk.workspace.root, 'Mira')
    const { loss } = await desk.exported({ ...everything, labels: ['accusation'] })
    const marks = (await desk.articles()).flatMap(({ annotations }) => annotations)
    expect(marks.map(({ id, roles }) => [id, roles])).toEqual([
      ['m5', {}],
      ['m7', { accuser: [{ constant: 'unknown' }] }],
    ])
    expect(loss.find(({ kind }) => kind === 'pointers')?.count).toBe(3)
  })

  it('may be what is sure, articles of a status, some articles, one annotator', async () => {
    await desk.exported({ ...everything, isSureOnly: true })
    expect(
      (await desk.articles()).flatMap(({ annotations }) => annotations.map(({ id }) => id)),
    ).not.toContain('m7')
    await desk.exported({ ...everything, statuses: ['done'] })
    expect((await desk.articles()).map(({ status }) => status)).toEqual(['done'])
    const [{ id = '' } = {}] = await desk.articles()
    await desk.exported({ ...everything, articles: [id] })
    expect((await desk.articles()).map((article) => article.id)).toEqual([id])
    await desk.exported({ ...everything, annotators: ['Jonas'] })
    expect((await desk.articles()).flatMap(({ annotations }) => annotations)).toHaveLength(1)
  })

  it.each([
    [{ annotators: ['Nobody'] }, 'There is no annotator “Nobody”'],
    [{ labels: ['promise'] }, 'There is no label “promise”'],
    [{ articles: ['a-00000000'] }, 'There is no article “a-00000000”'],
    [{ options: { colour: 'red' } }, 'has no option “colour”'],
    [{ options: { case: 'high' } }, 'is one of: low'],
  ])('that is not there is told: %j', async (change, sentence) => {
    expect(await desk.sentenceOf({ ...everything, ...change })).toContain(sentence)
  })

  it('names no format that is not there', async () => {
    expect(await exportAs(desk.workspace, everythingAs('nonsense'), { out: desk.out })).toMatchObject({
      problem: { sentence: 'There is no format “nonsense”.' },
    })
  })
})

describe('what tells of an export', () => {
  it('says what it is, how it was made, what is lost, and the hash of every file and text', async () => {
    const { loss, beside } = await desk.exported({ ...everything, rule: 'innermost' })
    const files = filesIn(desk.out)
    const manifest = JSON.parse(files['glosswright-export.json'] ?? '')
    const written = await desk.articles()
    expect(manifest).toEqual({
      format: 'glosswright/export',
      version: 1,
      tool: { name: 'Glosswright', version: '0.0.0-test' },
      workspace: { id: desk.workspace.manifest.id, name: 'Ferries and truces' },
      offsets: { unit: 'codepoint', end: 'exclusive' },
      newlines: 'as in the article',
      settings: { ...everything, rule: 'innermost' },
      loss,
      beside,
      proven: true,
      files: written.map(({ id }) => ({
        path: `texts/${id}.json`,
        bytes: Buffer.byteLength(files[`texts/${id}.json`] ?? ''),
        sha256: sha256(files[`texts/${id}.json`] ?? ''),
      })),
      articles: written.map((article) => ({
        id: article.id,
        sha256: article.sha256,
        annotations: article.annotations.length,
      })),
    })
  })

  it('is the same bytes again, with all the rest', async () => {
    await desk.exported()
    const first = filesIn(desk.out)
    await desk.exported()
    expect(filesIn(desk.out)).toEqual(first)
    const other = await ExportDesk.make()
    await other.exported()
    expect(filesIn(other.out)).toEqual(first)
    await other.remove()
  })

  it('says that a format which is only written is not proven', async () => {
    const { read: _, ...writeOnly } = shelfFormat
    await desk.exported(everything, writeOnly)
    expect(filesIn(desk.out)['glosswright-export.json']).toContain('"proven": false')
  })

  it('stands beside a file only where something is lost of a dataset, and goes with it', async () => {
    const file = desk.at('dataset.json')
    const report = (labels: readonly string[] | null) =>
      exportAs(desk.workspace, { ...everythingAs('glosswright'), labels }, { out: file })
    const names = async (): Promise<string[]> =>
      (await readdir(desk.folder)).filter((name) => name.includes('dataset')).sort()
    expect(await report(null)).toMatchObject({ ok: true })
    expect(await names()).toEqual(['dataset.json'])
    await forgetWhoIsMeant(desk.workspace.root, 'Mira')
    expect(await report(['accusation'])).toMatchObject({ ok: true })
    expect(await names()).toEqual(['dataset.json', 'dataset.json.export.json'])
    const { files, loss } = JSON.parse(await readFile(`${file}.export.json`, 'utf8'))
    expect(files).toMatchObject([{ path: 'dataset.json', sha256: sha256(await readFile(file, 'utf8')) }])
    expect(loss).toMatchObject([{ kind: 'pointers', count: 3 }])
    expect(await report(null)).toMatchObject({ ok: true })
    expect(await names()).toEqual(['dataset.json'])
  })

  it('takes the place of no file of somebody else', async () => {
    const file = desk.at('dataset.json')
    await writeFile(`${file}.export.json`, 'mine')
    const report = await exportAs(desk.workspace, everythingAs('glosswright'), { out: file })
    expect(report).toMatchObject({ problem: { sentence: expect.stringContaining('please choose another') } })
    expect(await readFile(`${file}.export.json`, 'utf8')).toBe('mine')
  })
})

describe('an export that cannot be whole leaves what was there, and nothing else', () => {
  let before: Record<string, string>
  beforeEach(async () => {
    await desk.exported()
    before = filesIn(desk.at('out'))
  })
  afterEach(() => expect(filesIn(desk.at('out'))).toEqual(before))

  const changed = (change: (line: string) => string): Adapter => ({
    ...shelfFormat,
    write: (source, sink) =>
      shelfFormat.write(source, {
        open: async (path) => {
          const file = await sink.open(path)
          return { ...file, write: (data) => file.write(change(`${data}`)) }
        },
      }),
  })

  it.each([
    ['the annotation “m7”', (line: string) => line.replace('"note":"Who', '"note":"What')],
    ['the text', (line: string) => line.replace('Norland would', 'Norland could')],
    ['another article', () => '{"id":"other"}'],
  ])('when what was written is not what was meant: %s', async (named, change) => {
    const sentence = await desk.sentenceOf(everything, {}, changed(change))
    expect(sentence).toContain('Nothing was exported, because what was written does not hold')
    expect(sentence).toContain(named)
  })

  it('when something would be lost and must not be', async () => {
    expect(await desk.sentenceOf({ ...everything, onLoss: 'fail' })).toMatch(
      /^Nothing was exported, because something would be lost: \d+ marks? that lies? in another mark/,
    )
  })

  it('when an article cannot be held and nothing must be lost, though nothing is marked in it', async () => {
    const picky: Adapter = {
      ...shelfFormat,
      fit: (article) => ({ article: article.status === 'done' ? article : null, lost: [] }),
    }
    const settings = { ...everything, labels: ['commitment'], onLoss: 'fail' as const }
    expect(await desk.sentenceOf(settings, {}, picky)).toContain('1 article that the format cannot hold')
  })

  it('when no article is among what was chosen', async () => {
    for (const change of [{ statuses: ['new' as const] }, { articles: [] }])
      expect(await desk.sentenceOf({ ...everything, ...change })).toBe(
        'Nothing was exported, because no article is among what was chosen.',
      )
  })

  it.each([0, 3, 5])('when it is cancelled at step %d', async (step) => {
    const stop = new AbortController()
    const onProgress = (done: number): void => {
      if (done === step) stop.abort()
    }
    expect(await desk.sentenceOf(everything, { signal: stop.signal, onProgress })).toContain('cancelled')
  })

  it('when the adapter fails', async () => {
    const broken: Adapter = {
      ...shelfFormat,
      write: async (_, sink) => {
        await sink.open('a.json')
        throw new Error('broken')
      },
    }
    await expect(desk.run(everything, {}, broken)).rejects.toThrow('broken')
  })

  it.each(['../a', '/a', 'a//b', 'a/../../b', ''])('when an adapter wants to write to “%s”', async (path) => {
    const broken: Adapter = { ...shelfFormat, write: async (_, sink) => void (await sink.open(path)) }
    await expect(desk.run(everything, {}, broken)).rejects.toThrow('an export cannot have')
  })
})
