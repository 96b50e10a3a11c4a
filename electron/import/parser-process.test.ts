import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundled } from '#electron/library/testing/bundle.ts'
import { OFFSETS } from '#shared/format/article-file.ts'
import { UnreadableFile } from '#shared/format/interchange/adapter.ts'
import { someFrame } from '#shared/testing/datasets.ts'
import { nodeParserHost } from './node-parser-host.ts'
import { type ParserLimits, ParserProcess } from './parser-process.ts'

// Each starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let real: string
let misbehaving: string
let parser: ParserProcess

beforeAll(async () => {
  real = await bundled('../../import/parser.ts')
  misbehaving = await bundled('../../import/testing/misbehaving-parser.ts')
})
afterEach(() => parser.close())

const startedAs = (entry: string, limits: Partial<ParserLimits> = {}): void => {
  parser = new ParserProcess(nodeParserHost(entry), limits)
}

/** Rows of a file: what was read, or the sentence. */
async function rows(name: string, bytes: Uint8Array | string = 'x', choices = {}): Promise<string[]> {
  const found: string[] = []
  for await (const { part, draft } of parser.read({ name, bytes: Buffer.from(bytes), choices }))
    found.push(`${part ?? ''}: ${draft.ok ? draft.value.text : draft.problem.sentence}`)
  return found
}

describe('the process that reads files', () => {
  it('makes drafts of them, exactly', async () => {
    startedAs(real)
    const text = '# Truce holds\r\n\r\n“Yes,” said the 🦊.\u00a0'
    expect(await rows('a.md', text)).toEqual([`: ${text}`])
    expect(await rows('b.txt', '')).toEqual([': “b.txt” is empty.'])
    expect(await rows('c.txt', Uint8Array.of(0x63, 0xe9), { encoding: 'koi8-r' })).toEqual([': cИ'])
  })

  it('shows bytes in other encodings', async () => {
    startedAs(real)
    const previews = await parser.encodings({
      name: 'a.txt',
      bytes: Buffer.from('caf\xe9 noir', 'latin1'),
      choices: {},
    })
    expect(previews.ok && previews.value[0]).toMatchObject({ encoding: 'windows-1252', sample: 'café noir' })
  })

  it('reads one file after the other, whoever asks', async () => {
    startedAs(real)
    const all = await Promise.all(['a', 'b', 'c'].map((name) => rows(`${name}.txt`, name)))
    expect(all).toEqual([[': a'], [': b'], [': c']])
  })

  it('is left by whoever has seen enough of a file, and reads the next one', async () => {
    startedAs(misbehaving)
    for await (const { part } of parser.read({ name: 'archive.zip', bytes: Buffer.of(), choices: {} })) {
      expect(part).toBe('0.txt')
      break
    }
    expect(await rows('fine.txt')).toHaveLength(1)
  })
})

/** What comes of a file of annotations, given a few bytes at a time. */
async function events(path: string, content: string | Uint8Array, size = 7): Promise<string[]> {
  const bytes = Buffer.from(content)
  const piece = async (_: string, at: number) => new Uint8Array(bytes.subarray(at, at + size))
  const found: string[] = []
  for await (const event of parser.annotations({ format: 'glosswright-jsonl', paths: [path], piece }))
    found.push(event.kind === 'refused' ? `${event.file} ${event.line ?? '–'}: ${event.reason}` : event.kind)
  return found
}

describe('annotations', () => {
  const frame = { ...someFrame, format: 'glosswright/dataset-lines', version: 1, offsets: OFFSETS }

  it('are read piece by piece, a record at a time', async () => {
    startedAs(real)
    expect(await events('a.jsonl', `${JSON.stringify(frame)}\n{}\n`)).toEqual([
      'frame',
      expect.stringMatching(/^a\.jsonl 2: /),
    ])
    expect(await events('b.jsonl', Uint8Array.of(0xff))).toEqual(['b.jsonl –: “b.jsonl” is not UTF-8 text.'])
    expect(await rows('a.txt', 'after that')).toEqual([': after that'])
  })

  it('are refused in a line that is longer than a record can be', async () => {
    startedAs(real)
    const megabyte = new Uint8Array(1024 * 1024).fill(0x61)
    const piece = async (_: string, at: number) => (at < 200 * megabyte.length ? megabyte : new Uint8Array())
    const found = []
    for await (const event of parser.annotations({ format: 'glosswright-jsonl', paths: ['a.jsonl'], piece }))
      found.push(event)
    expect(found).toMatchObject([{ kind: 'refused', file: 'a.jsonl' }])
    expect(await events('b.jsonl', `${JSON.stringify(frame)}\n`)).toEqual(['frame'])
  })

  it('of files that cannot be read are refused in the words of whoever read them', async () => {
    startedAs(real)
    const piece = () => Promise.reject(new UnreadableFile('“a.jsonl” is gone.'))
    const found = []
    for await (const event of parser.annotations({ format: 'glosswright-jsonl', paths: ['a.jsonl'], piece }))
      found.push(event)
    expect(found).toEqual([{ kind: 'refused', file: 'a.jsonl', reason: '“a.jsonl” is gone.' }])
  })

  it.each([
    ['hangs.txt', 'took too long to read and was given up.'],
    ['crashes.txt', 'could not be read: it made the program that reads files break off.'],
  ])('in a file that %s are one refusal, and the next file is read', async (name, words) => {
    startedAs(misbehaving, { ms: 300 })
    expect(await events(name, '')).toEqual([`${name} –: “${name}” ${words}`])
    expect(await events('fine.txt', '')).toEqual([])
  })
})

describe('a file that makes it', () => {
  it('hang is given up, and the next one is read', async () => {
    startedAs(misbehaving, { ms: 300 })
    expect(await rows('hangs.txt')).toEqual([': “hangs.txt” took too long to read and was given up.'])
    expect(await rows('fine.txt')).toHaveLength(1)
  })

  it('crash is given up, and the next one is read', async () => {
    startedAs(misbehaving)
    expect(await rows('crashes.txt')).toEqual([
      ': “crashes.txt” could not be read: it made the program that reads files break off.',
    ])
    expect(await rows('fine.txt')).toHaveLength(1)
  })

  it.runIf(process.platform === 'linux')('hoard memory is given up', async () => {
    startedAs(misbehaving, { bytes: 200 * 1024 * 1024 })
    expect(await rows('hoards.txt')).toEqual([
      ': “hoards.txt” takes too much memory to read and was given up.',
    ])
  })

  it('hang in an archive takes the other members of it with it in nothing', async () => {
    startedAs(misbehaving, { ms: 300 })
    expect(await rows('archive.zip')).toEqual([
      expect.stringMatching(/^0\.txt: \d+$/),
      '1.txt: “1.txt” took too long to read and was given up.',
      expect.stringMatching(/^2\.txt: \d+$/),
    ])
  })
})

it('ends when there has been nothing to read for a while, and begins anew', async () => {
  startedAs(misbehaving, { idleMs: 0 })
  const [first] = await rows('a.txt')
  await new Promise((resolve) => setTimeout(resolve, 20))
  const [second] = await rows('a.txt')
  expect(first).not.toBe(second)
})
