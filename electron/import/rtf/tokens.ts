/**
 * RTF as its tokens: braces, control words with their numbers, and bytes of text. A line end in the file is none in the
 * text, and the bytes behind `\binN` are skipped without a copy, however many the file claims that there are.
 */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `word` is a control word without its backslash, or a control symbol such as `~`. */
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

const OPEN = { kind: 'open' } as const
const CLOSE = { kind: 'close' } as const
const BACKSLASH = 0x5c
const SPACE = 0x20
const MINUS = 0x2d
const LONGEST_WORD = 64

export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const code = bytes[at]
    if (code === BACKSLASH) {
      const { token, end } = controlAt(bytes, at + 1)
      at = end
      yield token
    } else if (code === 0x7b || code === 0x7d) {
      at++
      yield code === 0x7b ? OPEN : CLOSE
    } else if (isPlain(code)) {
      const end = plainEnd(bytes, at)
      yield { kind: 'bytes', bytes: bytes.subarray(at, end) }
      at = end
    } else at++
  }
}

/** Text, and no line end, which means nothing. */
const isPlain = (code: number | undefined): boolean =>
  code !== undefined &&
  code !== BACKSLASH &&
  code !== 0x7b &&
  code !== 0x7d &&
  code !== 0x0a &&
  code !== 0x0d &&
  code !== 0

function plainEnd(bytes: Uint8Array, start: number): number {
  let end = start
  while (end < bytes.length && isPlain(bytes[end])) end++
  return end
}

type Control = { readonly token: RtfToken; readonly end: number }

function controlAt(bytes: Uint8Array, at: number): Control {
  const code = bytes[at] ?? SPACE
  if (isLetter(code)) return wordAt(bytes, at)
  if (code === 0x27) return hexAt(bytes, at + 1)
  if (code === BACKSLASH || code === 0x7b || code === 0x7d)
    return { token: { kind: 'bytes', bytes: bytes.subarray(at, at + 1) }, end: at + 1 }
  const word = code === 0x0a || code === 0x0d ? 'par' : String.fromCharCode(code)
  return { token: { kind: 'word', word, value: null }, end: at + 1 }
}

/** `\'e9`; what is no number is no byte, but text. */
function hexAt(bytes: Uint8Array, at: number): Control {
  const digits = asciiOf(bytes, at, at + 2)
  const isHex = /^[0-9a-f]{2}$/i.test(digits)
  return {
    token: { kind: 'bytes', bytes: Uint8Array.of(...(isHex ? [Number.parseInt(digits, 16)] : [])) },
    end: isHex ? at + 2 : at,
  }
}

function wordAt(bytes: Uint8Array, start: number): Control {
  let end = start
  while (end < bytes.length && end - start < LONGEST_WORD && isLetter(bytes[end] as number)) end++
  const word = asciiOf(bytes, start, end)
  let numberEnd = bytes[end] === MINUS ? end + 1 : end
  while (numberEnd < bytes.length && isDigit(bytes[numberEnd] as number)) numberEnd++
  const value =
    numberEnd > end ? Number.parseInt(asciiOf(bytes, end, Math.min(numberEnd, end + 12)), 10) : null
  const after = bytes[numberEnd] === SPACE ? numberEnd + 1 : numberEnd
  const skipped = word === 'bin' ? Math.max(0, value ?? 0) : 0
  return { token: { kind: 'word', word, value }, end: after + skipped }
}

const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const asciiOf = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end))
