import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/**
 * The encoding of bytes that say nothing of it themselves.
 *
 * `chardet` compares letter statistics, and is right on running text. On a title or a single accented word it has
 * nothing to compare (measured: on one to three English words it names a Baltic, Turkish or Chinese encoding one time
 * in ten), so a text that is nearly all ASCII is taken for windows-1252, the commonest such encoding by far, with
 * whatever certainty chardet gives that. Only a decoding that encodes back to the very same bytes counts.
 */
export type Guess = { readonly encoding: string; readonly certainty: number; readonly text: string }

const FALLBACK = 'windows-1252'
/** Fewer bytes than this outside ASCII are no statistics. */
const FEW = 5
const SAMPLE = 64 * 1024
/** What chardet gives to a multi-byte encoding that merely is not impossible. */
const NO_EVIDENCE = 10

/** Undefined when no encoding that we know fits the bytes. */
export function guessEncoding(bytes: Uint8Array): Guess | undefined {
  const sample = sampleOf(bytes)
  const ranked = namedByWhatwg(sample)
  const western = { encoding: FALLBACK, certainty: certaintyOf(ranked, FALLBACK) }
  const order = isNearlyAscii(sample) ? [western] : [...ranked.filter(hasEvidence), western]
  return firstThatFits(bytes, order)
}

/** Up to 64 KB of `bytes` around the first that is not ASCII; begins between two characters, whatever the encoding. */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const from = Math.max(0, first - SAMPLE / 8)
  return bytes.subarray(from, from + SAMPLE)
}

export type Candidate = Omit<Guess, 'text'>

/** What is offered wherever an encoding can be chosen, the commonest first. */
export const ENCODINGS: readonly string[] = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'ibm850',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'utf-16le',
  'utf-16be',
]

/** The encodings that statistics name, the likeliest first. */
export function encodingsThatMayFit(bytes: Uint8Array): readonly Candidate[] {
  const sample = sampleOf(bytes)
  const isKnown = ({ encoding }: Candidate) => ENCODINGS.includes(encoding)
  const ranked = namedByWhatwg(sample).filter(isKnown)
  const western = { encoding: FALLBACK, certainty: certaintyOf(ranked, FALLBACK) }
  if (!isNearlyAscii(sample)) return ranked
  return [western, ...ranked.filter(({ encoding }) => encoding !== FALLBACK)]
}

/** Its name as it is kept, for an encoding of any name that we can read; undefined for all others. */
export function knownEncoding(name: string): string | undefined {
  const encoding = name.toLowerCase()
  return iconv.encodingExists(encoding) ? encoding : undefined
}

const hasEvidence = ({ certainty }: Candidate): boolean => certainty > NO_EVIDENCE

const certaintyOf = (ranked: readonly Candidate[], encoding: string): number =>
  ranked.find((candidate) => candidate.encoding === encoding)?.certainty ?? 0

// The WHATWG's Encoding Standard reads these two as the larger Windows sets, and so do all browsers.
const WHATWG_NAMES: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
}

function namedByWhatwg(sample: Uint8Array): Candidate[] {
  return analyse(sample)
    .map(({ name, confidence }) => ({ name: name.toLowerCase(), certainty: confidence }))
    .map(({ name, certainty }) => ({ encoding: WHATWG_NAMES[name] ?? name, certainty }))
    .filter(({ encoding }) => encoding !== 'ascii' && iconv.encodingExists(encoding))
}

function isNearlyAscii(sample: Uint8Array): boolean {
  let outside = 0
  for (const byte of sample) if (byte > 0x7f) outside++
  return outside < FEW && outside * 3 < sample.length
}

function firstThatFits(bytes: Uint8Array, candidates: readonly Candidate[]): Guess | undefined {
  for (const candidate of candidates) {
    const text = iconv.decode(bytes, candidate.encoding, { stripBOM: false })
    if (encodesBack(text, candidate.encoding, bytes)) return { ...candidate, text }
  }
  return undefined
}

const C1_CONTROL = /[\u0080-\u009f]/

function encodesBack(text: string, encoding: string, bytes: Uint8Array): boolean {
  // No article holds these controls: they are the mark of a Windows encoding read as its ISO sister.
  if (C1_CONTROL.test(text) || text.includes('\ufffd')) return false
  return iconv.encode(text, encoding, { addBOM: false }).equals(bytes)
}
