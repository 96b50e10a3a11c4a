import { decodeVisibly } from './decode-visibly.ts'
import { ENCODINGS, encodingsThatMayFit } from './guess-encoding.ts'

/** How a text would look in one encoding. */
export type EncodingPreview = {
  readonly encoding: string
  /** 0 to 100: how well its letters fit. */
  readonly certainty: number
  /** The first few hundred characters, or those about the first letter on which encodings differ. */
  readonly sample: string
  /** How many bytes of the sample are none of the encoding; each stands there as ‹E9›. */
  readonly invalid: number
}

const SHOWN = 600
/** Enough bytes for the characters that are shown, whatever the encoding. */
const READ = 4 * SHOWN
const LEAD = 200

/** The likeliest first. */
export function previewEncodings(bytes: Uint8Array): readonly EncodingPreview[] {
  const from = beginOfSample(bytes)
  const sample = bytes.subarray(from, from + READ)
  const likely = encodingsThatMayFit(bytes)
  const known = new Set(likely.map(({ encoding }) => encoding))
  const others = ENCODINGS.filter((encoding) => !known.has(encoding))
  const all = [...likely, ...others.map((encoding) => ({ encoding, certainty: 0 }))]
  return all.map((candidate) => ({ ...candidate, ...sampleIn(sample, candidate.encoding) }))
}

/** Even, so that pairs of bytes stay together. */
function beginOfSample(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  if (first < SHOWN / 2) return 0
  const from = first - LEAD
  return from - (from % 2)
}

function sampleIn(bytes: Uint8Array, encoding: string): Pick<EncodingPreview, 'sample' | 'invalid'> {
  const { text, invalid } = decodeVisibly(bytes, encoding)
  return { sample: [...text].slice(0, SHOWN).join(''), invalid }
}
