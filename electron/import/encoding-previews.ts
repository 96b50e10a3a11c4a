import iconv from 'iconv-lite'
import type { EncodingPreview } from '#shared/ipc/importing.ts'

/**
 * How bytes would read in one encoding and another. Each line is decoded for itself; where it is not well-formed, character
 * by character, and a byte that begins none is shown as what it is.
 */
export const ENCODINGS = [
  ...[
    'utf-8',
    'windows-1252',
    'windows-1250',
    'windows-1251',
    'windows-1253',
    'windows-1254',
    'windows-1255',
  ],
  ...[
    'windows-1256',
    'windows-1257',
    'iso-8859-2',
    'iso-8859-15',
    'koi8-r',
    'macintosh',
    'utf-16le',
    'utf-16be',
  ],
  ...['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'],
] as const

/** Bytes: enough to judge by. */
const LOOKED_AT = 256 * 1024
const MOST_LINES = 8
const LONGEST_LINE = 240
const LONGEST_CHARACTER = 4

/** Encodings that nobody knows are left out. */
export function previewEncodings(bytes: Uint8Array, names: readonly string[]): readonly EncodingPreview[] {
  const known = names.filter((name) => iconv.encodingExists(name))
  return known.map((encoding) => previewIn(bytes.subarray(0, LOOKED_AT), encoding))
}

function previewIn(bytes: Uint8Array, encoding: string): EncodingPreview {
  const lines: string[] = []
  let undecodable = 0
  for (const line of linesOf(bytes, encoding)) {
    const { text, faults } = decodedLine(line, encoding)
    undecodable += faults
    if (lines.length < MOST_LINES && isTelling(line)) lines.push(text.slice(0, LONGEST_LINE).trim())
  }
  return { encoding, certainty: null, lines, undecodable }
}

/** ASCII reads the same in nearly all of them. */
const isTelling = (line: Uint8Array): boolean => line.some((byte) => byte > 0x7f || byte === 0)

function* linesOf(bytes: Uint8Array, encoding: string): Generator<Uint8Array> {
  const [width, at] = encoding === 'utf-16le' ? [2, 0] : encoding === 'utf-16be' ? [2, 1] : [1, 0]
  let start = 0
  for (let i = 0; i + width <= bytes.length; i += width) {
    if (bytes[i + at] !== 0x0a || (width === 2 && bytes[i + 1 - at] !== 0)) continue
    yield bytes.subarray(start, i)
    start = i + width
  }
  yield bytes.subarray(start)
}

type Line = { readonly text: string; readonly faults: number }

function decodedLine(line: Uint8Array, encoding: string): Line {
  const whole = decoded(line, encoding)
  if (whole !== null) return { text: whole, faults: 0 }
  let text = ''
  let faults = 0
  for (let at = 0; at < line.length; ) {
    const character = characterAt(line, at, encoding)
    if (!character) faults++
    text += character?.text ?? `‹${(line[at] as number).toString(16).toUpperCase().padStart(2, '0')}›`
    at += character?.length ?? 1
  }
  return { text, faults }
}

function characterAt(line: Uint8Array, at: number, encoding: string) {
  for (let length = 1; length <= LONGEST_CHARACTER && at + length <= line.length; length++) {
    const text = decoded(line.subarray(at, at + length), encoding)
    if (text) return { text, length }
  }
  return null
}

/** No text holds these controls: they are bytes for which an encoding has no character. */
const NO_CHARACTER = /[\u0080-\u009f\ufffd]/

function decoded(bytes: Uint8Array, encoding: string): string | null {
  const text = iconv.decode(bytes, encoding, { stripBOM: false })
  return NO_CHARACTER.test(text) ? null : text
}
