import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode.ts'
import { decodeVisibly } from './decode-visibly.ts'
import { ENCODINGS } from './guess-encoding.ts'

const marked = (bytes: readonly number[], encoding: string): string =>
  decodeVisibly(Uint8Array.from(bytes), encoding).text

describe('bytes that are none of the chosen encoding', () => {
  it.each([
    ['utf-8', [0x63, 0x61, 0x66, 0xe9, 0x21], 'caf‹E9›!'],
    ['utf-8', [0xe2, 0x80], '‹E2›‹80›'],
    ['utf-8', [0xed, 0xa0, 0x80, 0x41], '‹ED›‹A0›‹80›A'],
    ['utf-16le', [0x41, 0x00, 0x3d, 0xd8, 0x42, 0x00], 'A‹3D›‹D8›B'],
    ['utf-16be', [0x00, 0x41, 0x42], 'A‹42›'],
    ['windows-1252', [0x41, 0x81, 0x42], 'A‹81›B'],
    ['shift_jis', [0x90, 0xad, 0xfd, 0x41], '政‹FD›A'],
    ['euc-kr', [0xc1, 0xa4, 0xc1], '정‹C1›'],
  ])('stand as marks in %s', (encoding, bytes, text) => {
    expect(marked(bytes, encoding)).toBe(text)
  })

  it('are counted', () => {
    expect(decodeVisibly(Uint8Array.of(0xff, 0x41, 0xfe), 'utf-8').invalid).toBe(2)
  })
})

const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 40 })
const MULTIBYTE = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']

it.each(ENCODINGS.filter((encoding) => !MULTIBYTE.includes(encoding)))(
  'gives back the bytes of anything in %s',
  (encoding) => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const back = decodeVisibly(bytes, encoding)
          .text.split(/(‹[0-9A-F]{2}›)/)
          .map((piece, i) => (i % 2 ? Buffer.from(piece.slice(1, 3), 'hex') : iconv.encode(piece, encoding)))
        expect(Buffer.concat(back)).toEqual(Buffer.from(bytes))
      }),
    )
  },
)

it.each([
  ['gb18030', '政府承诺'],
  ['big5', '政府承諾'],
  ['shift_jis', '政府は来年'],
  ['euc-jp', '政府は来年'],
  ['euc-kr', '정부는 내년'],
])('leaves the characters about a bad byte as they are in %s', (encoding, text) => {
  const character = fc.constantFrom(...text, 'a', ' ')
  fc.assert(
    fc.property(fc.array(character), fc.array(character), (before, after) => {
      const [left, right] = [before.join(''), after.join('')]
      const bytes = Buffer.concat([
        iconv.encode(left, encoding),
        Buffer.of(0xff),
        iconv.encode(right, encoding),
      ])
      expect(decodeVisibly(bytes, encoding)).toEqual({ text: `${left}‹FF›${right}`, invalid: 1 })
    }),
  )
})

it('replaces nothing in a text that holds a replacement character of its own', () => {
  expect(marked([0xef, 0xbf, 0xbd, 0xff], 'utf-8')).toBe('\ufffd‹FF›')
})

it('is done only where an encoding was chosen, and then takes damaged texts too', () => {
  const bytes = Uint8Array.from([...Buffer.from('naïve café '), 0xff])
  expect(decodeText(bytes, 'a.txt').ok).toBe(false)
  expect(decodeText(bytes, 'a.txt', 'UTF-8')).toEqual({
    ok: true,
    value: { text: 'naïve café ‹FF›', encoding: 'utf-8', certainty: 100, byteOrderMark: false },
  })
  expect(decodeText(bytes, 'a.txt', 'klingon')).toMatchObject({
    problem: { sentence: '“a.txt” cannot be read as klingon: there is no such encoding.' },
  })
})

it('drops a byte order mark of the chosen encoding, and no other', () => {
  const bytes = Buffer.from('\ufeffcafé')
  expect(decodeText(bytes, 'a.txt', 'utf-8')).toMatchObject({ value: { text: 'café', byteOrderMark: true } })
  expect(decodeText(bytes, 'a.txt', 'windows-1252')).toMatchObject({ value: { text: 'ï»¿cafÃ©' } })
})
