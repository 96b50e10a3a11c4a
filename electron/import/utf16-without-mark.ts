import { decodeStrictly } from './decode-strictly.ts'

/**
 * UTF-16 that no byte order mark announces. It gives itself away by zero bytes on one side of each pair, the high halves of
 * spaces and Latin letters: in scripts that part their words, a tenth of all characters at the least are such. Fewer may
 * be a text with a stray zero in it, which cut into pairs looks Chinese; so they count only where nearly every letter is
 * of a script that parts no words, and not nearly every byte could be ASCII.
 */
export type Utf16 = { readonly encoding: 'utf-16le' | 'utf-16be'; readonly text: string }

/** Undefined where the bytes are none. */
export function utf16WithoutMark(bytes: Uint8Array): Utf16 | undefined {
  const zeros = [0, 0]
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1
  const [even, odd] = zeros as [number, number]
  const [most, least] = [Math.max(even, odd), Math.min(even, odd)]
  if (least * 20 <= most && most * 20 >= bytes.length)
    return decodedAs(bytes, odd > even ? 'utf-16le' : 'utf-16be')
  const found = decodedAs(bytes, 'utf-16le', isWithoutSpaces)
  return found ?? decodedAs(bytes, 'utf-16be', isWithoutSpaces)
}

function decodedAs(
  bytes: Uint8Array,
  encoding: Utf16['encoding'],
  isLikely: (text: string) => boolean = () => true,
): Utf16 | undefined {
  const text = decodeStrictly(bytes, encoding)
  return text !== undefined && isLikely(text) ? { encoding, text } : undefined
}

/** Characters that are looked at. */
const SAMPLE = 20_000

function isWithoutSpaces(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  return (
    (sample.match(EXPECTED)?.length ?? 0) >= sample.length * 0.9 && asciiPairs(sample) < sample.length * 0.7
  )
}

/** Letters of scripts that part no words, with their punctuation. */
const EXPECTED =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\s\u3000-\u303f\uff00-\uffef]/gu

/** How many characters have two bytes of ASCII: some four in ten of a Chinese text, nearly all of what is ASCII. */
function asciiPairs(text: string): number {
  let pairs = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isAscii(unit >> 8) && isAscii(unit & 0xff)) pairs++
  }
  return pairs
}

const isAscii = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d)
