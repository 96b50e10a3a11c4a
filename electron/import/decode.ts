import { failed, ok, type Result } from '#shared/domain/result.ts'
import { decodeStrictly } from './decode-strictly.ts'
import { decodeVisibly } from './decode-visibly.ts'
import { type Guess, guessEncoding, knownEncoding, sampleOf } from './guess-encoding.ts'
import { utf16WithoutMark } from './utf16-without-mark.ts'

/**
 * From bytes to the canonical text, which is the decoded text exactly; only a byte order mark is dropped.
 *
 * What settles the encoding is asked first: a byte order mark, then strict UTF-8, then the zero bytes of UTF-16 that
 * came without a mark. Only what is left is guessed, and no guess counts that does not encode back to the same bytes.
 * An encoding that the analyst chose is taken as it is: bytes that do not fit it stand in the text as marks.
 */
export type Decoded = {
  readonly text: string
  /** WHATWG or IANA name, lower case. */
  readonly encoding: string
  /** 0 to 100; 100 when the bytes themselves settle it, or the analyst has. */
  readonly certainty: number
  readonly byteOrderMark: boolean
}

/** Nearly, but not quite, what a byte order mark would settle. */
const ZERO_BYTE_CERTAINTY = 95

/**
 * @param name the file's name, for the sentence of a failure.
 * @param chosen the encoding that the analyst said, if any.
 */
export function decodeText(bytes: Uint8Array, name: string, chosen?: string): Result<Decoded> {
  if (bytes.length === 0) return failed(`“${name}” is empty.`)
  const decoded =
    chosen === undefined
      ? (decodeMarked(bytes, name) ?? decodePlain(bytes, name))
      : decodeChosen(bytes, name, chosen)
  if (!decoded.ok) return decoded
  const { text } = decoded.value
  if (text.includes('\0')) {
    return failed(`“${name}” is not a text file; save the article as plain text and import that.`)
  }
  if (!hasVisibleCharacter(text)) return failed(`“${name}” holds nothing but white space.`)
  return decoded
}

/** False for a text of white space and characters that show nothing. */
export const hasVisibleCharacter = (text: string): boolean => /[^\s\p{Cc}\p{Cf}]/u.test(text)

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
]

function decodeChosen(bytes: Uint8Array, name: string, chosen: string): Result<Decoded> {
  const encoding = knownEncoding(chosen)
  if (!encoding) return failed(`“${name}” cannot be read as ${chosen}: there is no such encoding.`)
  const found = markOf(bytes)
  const mark = found?.encoding === encoding ? found.mark.length : 0
  const { text } = decodeVisibly(bytes.subarray(mark), encoding)
  return ok({ text, encoding, certainty: 100, byteOrderMark: mark > 0 })
}

const markOf = (bytes: Uint8Array) => MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))

/** Undefined when there is no byte order mark. */
function decodeMarked(bytes: Uint8Array, name: string): Result<Decoded> | undefined {
  const found = markOf(bytes)
  if (!found) return undefined
  const { encoding, mark } = found
  const text = decodeStrictly(bytes.subarray(mark.length), encoding)
  if (text === undefined) return failed(damaged(name, encoding))
  return ok({ text, encoding, certainty: 100, byteOrderMark: true })
}

function decodePlain(bytes: Uint8Array, name: string): Result<Decoded> {
  if (switchesSets(bytes)) return failed(iso2022(name))
  const hasZero = bytes.includes(0)
  const utf8 = hasZero ? undefined : decodeStrictly(bytes, 'utf-8')
  if (utf8 !== undefined) return decodedAs('utf-8', utf8, 100)
  if (hasZero) return decodeUtf16(bytes, name)
  if (isMostlyUtf8(bytes)) return failed(damaged(name, 'utf-8'))
  const guess = guessEncoding(bytes)
  if (guess) return decodedAs(guess.encoding, guess.text, certaintyOf(guess, bytes))
  return failed(
    `“${name}” is not text in an encoding we know; open it in an editor, save it as UTF-8 and import it again.`,
  )
}

function decodeUtf16(bytes: Uint8Array, name: string): Result<Decoded> {
  const found = utf16WithoutMark(bytes)
  if (found) return decodedAs(found.encoding, found.text, ZERO_BYTE_CERTAINTY)
  return failed(`“${name}” is not a text file; save the article as plain text and import that.`)
}

/** How ISO 2022 announces a set of Japanese or Korean letters. Its bytes are all ASCII, so it would pass for UTF-8. */
const SETS = ['\x1b$@', '\x1b$B', '\x1b$(D', '\x1b$)C', '\x1b(J']

const switchesSets = (bytes: Uint8Array): boolean =>
  bytes.includes(0x1b) &&
  SETS.some((set) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(set))

const iso2022 = (name: string): string =>
  `“${name}” is text in an encoding of the kind ISO 2022, which cannot be read; open it in an editor, save it as UTF-8 and import it again.`

/** Of bytes that are UTF-8 in part. */
const MOST_OF_DAMAGED = 40

/** Two letters of windows-1252 that happen to be one of UTF-8 are of no word. */
function certaintyOf({ encoding, certainty }: Guess, bytes: Uint8Array): number {
  const isDamaged = encoding === 'windows-1252' && wholeAndBroken(bytes).whole > 0
  return isDamaged ? Math.min(certainty, MOST_OF_DAMAGED) : certainty
}

/** True for UTF-8 that was cut or damaged: any other reading of it would be silently wrong. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { whole, broken } = wholeAndBroken(bytes)
  return whole > broken
}

/** How many characters beyond ASCII a sample holds, read as UTF-8. */
function wholeAndBroken(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(sampleOf(bytes))
  const countOf = (what: RegExp): number => text.match(what)?.length ?? 0
  return { whole: countOf(/[^\0-\x7f\ufffd]/gu), broken: countOf(/\ufffd/g) }
}

function decodedAs(encoding: string, text: string, certainty: number): Result<Decoded> {
  return ok({ text, encoding, certainty, byteOrderMark: false })
}

function damaged(name: string, encoding: string): string {
  return `“${name}” is ${encoding.toUpperCase()} text with damaged characters in it; get a whole copy of the file, or save it again as UTF-8.`
}
