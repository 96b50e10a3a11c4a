import iconv from 'iconv-lite'
import type { EncodingPreview } from '#shared/ipc/importing.ts'
import { guessEncoding } from './guess-encoding.ts'

/**
 * How bytes would read in one encoding and another: character by character where they are not well-formed, with a byte
 * that begins none shown as what it is.
 */
const ENCODINGS = [
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
]

const SHOWN = 600
/** Enough bytes for the characters that are shown, whatever the encoding. */
const READ = 4 * SHOWN
const LEAD = 200
const LONGEST_CHARACTER = 4

/** The likeliest first. */
export function previewEncodings(bytes: Uint8Array): readonly EncodingPreview[] {
  const guess = guessEncoding(bytes)
  const names = new Set([...(guess ? [guess.encoding] : []), ...ENCODINGS])
  const previews = [...names].map((encoding) => ({
    encoding,
    certainty: encoding === guess?.encoding ? guess.certainty : 0,
    ...sampleIn(bytes.subarray(beginOfSample(bytes)), encoding),
  }))
  return previews.sort((a, b) => b.certainty - a.certainty || a.invalid - b.invalid)
}

/** Even, so that pairs of bytes stay together. */
function beginOfSample(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  if (first < SHOWN / 2) return 0
  const from = first - LEAD
  return from - (from % 2)
}

function sampleIn(bytes: Uint8Array, encoding: string): Pick<EncodingPreview, 'sample' | 'invalid'> {
  const read = bytes.subarray(0, READ)
  let sample = ''
  let invalid = 0
  for (let at = 0; at < read.length && sample.length < SHOWN; ) {
    const character = characterAt(read, at, encoding)
    if (!character) invalid++
    sample += character?.text ?? `‹${(read[at] as number).toString(16).toUpperCase().padStart(2, '0')}›`
    at += character?.length ?? 1
  }
  return { sample, invalid }
}

function characterAt(bytes: Uint8Array, at: number, encoding: string) {
  for (let length = 1; length <= LONGEST_CHARACTER && at + length <= bytes.length; length++) {
    const text = iconv.decode(bytes.subarray(at, at + length), encoding, { stripBOM: false })
    if (text !== '' && !NO_CHARACTER.test(text)) return { text, length }
  }
  return null
}

/** No text holds these controls: they are bytes for which an encoding has no character. */
const NO_CHARACTER = /[\u0080-\u009f\ufffd]|\p{Cs}/u
