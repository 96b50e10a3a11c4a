import iconv from 'iconv-lite'

/**
 * Decodes bytes in an encoding that somebody has chosen, whether they fit it or not: each byte that is no part of a
 * character becomes a mark that names it, ‹E9›, so that nothing is lost, nothing replaced, and the same bytes always
 * give the same text.
 */
export type VisiblyDecoded = {
  readonly text: string
  /** How many bytes became marks. */
  readonly invalid: number
}

/** @param encoding one that `iconv-lite` knows. */
export function decodeVisibly(bytes: Uint8Array, encoding: string): VisiblyDecoded {
  if (encoding.startsWith('utf-')) return unicodeWithMarks(bytes, encoding)
  const whole = decoded(bytes, encoding)
  return whole.includes(REPLACEMENT) ? withMarks(bytes, encoding) : { text: whole, invalid: 0 }
}

const REPLACEMENT = '\ufffd'

export const byteMark = (byte: number): string => `‹${byte.toString(16).toUpperCase().padStart(2, '0')}›`

const decoded = (bytes: Uint8Array, encoding: string): string =>
  iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: false })

const LONGEST_CHARACTER = 4

/** Character by character: the fewest bytes that are one. */
function withMarks(bytes: Uint8Array, encoding: string): VisiblyDecoded {
  const characterAt = characters(encoding)
  const pieces: string[] = []
  let invalid = 0
  for (let at = 0; at < bytes.length; ) {
    const found = characterAt(bytes, at)
    pieces.push(found?.text ?? byteMark(bytes[at] as number))
    if (!found) invalid++
    at += found?.size ?? 1
  }
  return { text: pieces.join(''), invalid }
}

type Character = { readonly text: string; readonly size: number }

/** Asks the decoder once for each run of bytes that it comes upon. */
function characters(encoding: string): (bytes: Uint8Array, at: number) => Character | null {
  const known = new Map<number, string | null>()
  const decodedRun = (run: Uint8Array): string | null => {
    const text = decoded(run, encoding)
    return text === '' || text.includes(REPLACEMENT) ? null : text
  }
  return (bytes, at) => {
    let key = 1
    for (let size = 1; size <= Math.min(LONGEST_CHARACTER, bytes.length - at); size++) {
      key = key * 256 + (bytes[at + size - 1] as number)
      if (!known.has(key)) known.set(key, decodedRun(bytes.subarray(at, at + size)))
      const text = known.get(key) ?? null
      if (text !== null) return { text, size }
    }
    return null
  }
}

/** Runs that are well-formed go through the decoder; the bytes between them become marks. */
function unicodeWithMarks(bytes: Uint8Array, encoding: string): VisiblyDecoded {
  const isUtf8 = encoding === 'utf-8'
  const length = isUtf8 ? utf8Length : utf16Length(encoding === 'utf-16be')
  const pieces: string[] = []
  let invalid = 0
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const size = length(bytes, at)
    if (size > 0) {
      at += size
      continue
    }
    // Of UTF-16 always a pair, or all that follows would be read across its pairs.
    const bad = [...bytes.subarray(at, at + (isUtf8 ? 1 : 2))]
    pieces.push(decoded(bytes.subarray(from, at), encoding), ...bad.map(byteMark))
    invalid += bad.length
    at += bad.length
    from = at
  }
  pieces.push(decoded(bytes.subarray(from), encoding))
  return { text: pieces.join(''), invalid }
}

const isTail = (byte: number | undefined): boolean => byte !== undefined && byte >> 6 === 0b10

/** How many bytes the character at `at` has; 0 where there is none. Table 3-7 of the Unicode Standard. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
  if (first < 0x80) return 1
  if (first < 0xc2 || first > 0xf4) return 0
  if (first < 0xe0) return isTail(second) ? 2 : 0
  const [least, most] = SECOND[first] ?? [0x80, 0xbf]
  if (second < least || second > most || !isTail(bytes[at + 2])) return 0
  if (first < 0xf0) return 3
  return isTail(bytes[at + 3]) ? 4 : 0
}

const SECOND: Readonly<Record<number, readonly [number, number]>> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
}

function utf16Length(isBigEndian: boolean): (bytes: Uint8Array, at: number) => number {
  const unit = (bytes: Uint8Array, at: number): number | null => {
    const [one, other] = [bytes[at], bytes[at + 1]]
    if (one === undefined || other === undefined) return null
    return isBigEndian ? one * 256 + other : other * 256 + one
  }
  return (bytes, at) => {
    const first = unit(bytes, at)
    if (first === null || (first >= 0xdc00 && first < 0xe000)) return 0
    if (first < 0xd800 || first >= 0xe000) return 2
    const second = unit(bytes, at + 2)
    return second !== null && second >= 0xdc00 && second < 0xe000 ? 4 : 0
  }
}
