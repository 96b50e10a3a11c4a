import { snapToWords } from './snapping.ts'
import { type Span, spansEqual } from './span.ts'
import { wholeGraphemes } from './words.ts'

/**
 * Sentences by Unicode's rules (UAX #29, through Intl.Segmenter), which know no abbreviations: what they cut after
 * “Gen.”, an initial, “U.S.” or before a small letter is put together again. A sentence never runs over a line feed. The
 * segmenter's time grows faster than the text, so of a long line what is within reach is looked at.
 */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })

const REACH = 3_000

type Looked = { readonly text: string; readonly window: Span; readonly sentences: readonly Span[] }
/** Kept, since what is asked for next mostly lies in the same paragraph. */
let last: Looked | null = null

/** The sentences of the line that holds `offset`, in order, each from its first to its last visible character. */
export function sentencesNear(text: string, offset: number): readonly Span[] {
  const window = windowAround(text, offset)
  if (last?.text !== text || !spansEqual(last.window, window)) {
    last = { text, window, sentences: sentencesIn(text, window) }
  }
  return last.sentences
}

function sentencesIn(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = []
  let from = start
  for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
    const next = start + index + segment.length
    if (next < end && isCutInTwo(text.slice(from, next), text.slice(next, next + 20))) continue
    const sentence = trimmed(text, { start: from, end: next })
    if (sentence) found.push(sentence)
    from = next
  }
  return found
}

/** What of a sentence is marked: all but the stop, the quotes and the brackets around it. */
export function sentenceCore(text: string, sentence: Span): Span {
  const words = snapToWords(text, sentence)
  // A word may run on where a space was forgotten behind a stop.
  const core = { start: Math.max(words.start, sentence.start), end: Math.min(words.end, sentence.end) }
  return core.end > core.start ? wholeGraphemes(text, core) : sentence
}

function windowAround(text: string, offset: number): Span {
  const from = Math.max(0, offset - REACH)
  const before = text.slice(from, offset).lastIndexOf('\n')
  const after = text.slice(offset, offset + REACH).indexOf('\n')
  return {
    start: before < 0 ? from : from + before + 1,
    end: after < 0 ? Math.min(text.length, offset + REACH) : offset + after,
  }
}

const TITLES =
  'Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Maj|Col|Lt|Sgt|Capt|Cmdr|Adm|Sen|Rep|Gov|Pres|St|Mt|No|Nos|vs|cf|approx'
const MONTHS = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const ABBREVIATED = new RegExp(`(?:^|[^\\p{L}])(?:${TITLES}|${MONTHS}|\\p{Lu})\\.[\\s”’"')]*$`, 'u')
const INITIALISM = /(?:\p{L}\.){2,}\s*$/u
const NEW_START =
  /^["“'‘(]?(?:The|An?|He|She|It|They|We|You|I|In|On|At|But|And|So|This|That|These|Those|His|Her|Its|Their|There|For|As|If|When|While|After|Before|Mr|Mrs|Ms)\b/u

/** Whether the rules' cut between `before` and `after` lies within a sentence. */
function isCutInTwo(before: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after)) return true
  if (INITIALISM.test(before)) return !NEW_START.test(after)
  return ABBREVIATED.test(before)
}

function trimmed(text: string, { start, end }: Span): Span | undefined {
  const piece = text.slice(start, end)
  const words = piece.trim()
  const from = start + piece.length - piece.trimStart().length
  return words ? { start: from, end: from + words.length } : undefined
}
