import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type InFile, UnreadableFile } from './adapter.ts'
import { type JsonPiece, jsonPieces } from './json-pieces.ts'

const inFile = (text: string, size = text.length): InFile => ({
  path: 'some.json',
  chunks: async function* () {
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at < bytes.length; at += Math.max(1, size))
      yield bytes.subarray(at, at + Math.max(1, size))
  },
})

async function all(file: InFile, key: string | null): Promise<JsonPiece[]> {
  const pieces: JsonPiece[] = []
  for await (const piece of jsonPieces(file, key)) pieces.push(piece)
  return pieces
}

const elements = (pieces: readonly JsonPiece[]) =>
  pieces.flatMap((piece) => (piece.kind === 'element' ? [JSON.parse(piece.text)] : []))
const frame = (pieces: readonly JsonPiece[]) => pieces.find(({ kind }) => kind === 'frame')?.text ?? ''

describe('a JSON document is read in pieces', () => {
  test('whatever is in it, however it is laid out, and wherever the chunks end', async () => {
    const document = fc.record({
      before: fc.jsonValue(),
      values: fc.array(fc.jsonValue(), { maxLength: 5 }),
      indent: fc.constantFrom(0, 2),
      size: fc.integer({ min: 1, max: 9 }),
    })
    await fc.assert(
      fc.asyncProperty(document, async ({ before, values, indent, size }) => {
        const whole = { before, 'ke"y': values, after: [before, { 'ke"y': [1] }] }
        const pieces = await all(inFile(JSON.stringify(whole, null, indent), size), 'ke"y')
        const json = JSON.stringify(values)
        expect(JSON.stringify(elements(pieces))).toBe(json)
        expect(frame(pieces)).toBe(JSON.stringify({ ...whole, 'ke"y': [] }, null, indent))
        const list = await all(inFile(JSON.stringify(values, null, indent), size), null)
        expect(JSON.stringify(elements(list))).toBe(json)
      }),
    )
  })

  test('with the line of each element', async () => {
    const pieces = await all(inFile('{\n"a": [\n  {"x":\n 1},\n\n 2 , 3\n]}'), 'a')
    expect(pieces.flatMap((piece) => (piece.kind === 'element' ? [piece.line] : []))).toEqual([3, 6, 6])
  })

  test('and a comma too many is an element that is none', async () => {
    const texts = async (json: string) =>
      (await all(inFile(json), null)).flatMap((piece) => (piece.kind === 'element' ? [piece.text] : []))
    expect(await texts('[]')).toEqual([])
    expect(await texts('[ ]')).toEqual([])
    expect(await texts('[1,]')).toEqual(['1', ''])
    expect(await texts('[,1]')).toEqual(['', '1'])
  })

  test.each(['[1, 2', '{"a": [1', '{"a": "[', '[[]', ']'])('%s is refused', async (json) => {
    await expect(all(inFile(json), json.startsWith('{') ? 'a' : null)).rejects.toThrow(UnreadableFile)
  })

  test('what is no UTF-8 is refused', async () => {
    const file: InFile = {
      path: 'x',
      chunks: async function* () {
        yield Uint8Array.of(0x5b, 0xff, 0x5d)
      },
    }
    await expect(all(file, null)).rejects.toThrow('“x” is not UTF-8 text.')
  })
})
