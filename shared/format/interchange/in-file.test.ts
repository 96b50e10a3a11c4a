import { describe, expect, test } from 'vitest'
import { utf8Bytes } from '../utf8.ts'
import { type InFile, UnreadableFile } from './adapter.ts'
import { type Line, linesIn, wholeText } from './in-file.ts'

const inBytes = (bytes: Uint8Array, size = 1): InFile => ({
  path: 'marks.jsonl',
  chunks: async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  },
})

async function lines(text: string): Promise<Line[]> {
  const all: Line[] = []
  for await (const line of linesIn(inBytes(utf8Bytes(text)))) all.push(line)
  return all
}

describe('a file is read', () => {
  test('line by line, ended by line feeds alone', async () => {
    expect(await lines('\ufeffa\r\n\u2028😀\n\nb')).toEqual([
      { number: 1, text: 'a\r' },
      { number: 2, text: '\u2028😀' },
      { number: 3, text: '' },
      { number: 4, text: 'b' },
    ])
    expect(await lines('a\n')).toEqual([{ number: 1, text: 'a' }])
    expect(await lines('')).toEqual([])
  })

  test('whole', async () => {
    expect(await wholeText(inBytes(utf8Bytes('aé😀'), 2))).toBe('aé😀')
  })

  test('unless it is no UTF-8, or breaks off in a character', async () => {
    const cut = utf8Bytes('a😀').subarray(0, 3)
    for (const bytes of [Uint8Array.of(0x61, 0xff), cut])
      await expect(wholeText(inBytes(bytes))).rejects.toThrow(UnreadableFile)
  })
})
