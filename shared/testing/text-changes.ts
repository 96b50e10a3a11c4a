import { retyped, sliceTracked, splice, type TrackedText, textOfTracked, written } from './tracked-text.ts'

/** A number from 0 to less than `below`, the next of a sequence that a seed settles. */
export type Chance = (below: number) => number

/** The generator known as mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export type TextChange = (text: TrackedText, chance: Chance) => TrackedText

type Bounds = { readonly start: number; readonly end: number }

function matchesOf(text: TrackedText, pattern: RegExp): Bounds[] {
  return Array.from(textOfTracked(text).matchAll(pattern), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }))
}

const paragraphsOf = (text: TrackedText): Bounds[] => matchesOf(text, /[^\n]*\S[^\n]*\n*/gu)
const wordsOf = (text: TrackedText): Bounds[] => matchesOf(text, /\p{L}{3,}/gu)
const sentencesOf = (text: TrackedText): Bounds[] => matchesOf(text, /[^.\n]+\.[ ]?/gu)

const pick = <T>(items: readonly T[], chance: Chance): T | undefined => items[chance(items.length)]

function atOne(bounds: readonly Bounds[], chance: Chance, change: (one: Bounds) => TrackedText): TrackedText {
  return change(pick(bounds, chance) ?? { start: 0, end: 0 })
}

const NEWS = [
  'Officials declined to say more on Thursday, and no date was set for another round.\n',
  'The figures were revised on the evening of the same day, after a complaint from the port.\n',
  'This story has been updated with a reply from the ministry of transport and labour.\n',
]
const FURNITURE = 'Home | World | Business\nShare this article\nSubscribe to our newsletter\n\n'
const CAPTION = 'Photo: a ferry leaves the harbour at dawn. Credit: Harbour Pictures\n'

function movedPart(text: TrackedText, parts: readonly Bounds[], chance: Chance): TrackedText {
  return atOne(parts, chance, ({ start, end }) => {
    const part = sliceTracked(text, start, end)
    const rest = splice(text, { start, end }, [])
    const places = [0, ...parts.map((one) => (one.start >= end ? one.start - (end - start) : one.start))]
    const place = pick(places, chance) ?? 0
    return splice(rest, { start: place, end: place }, part)
  })
}

const PLAINER: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '"': '”',
  "'": '’',
  '–': '-',
  '—': '-',
  ' ': '\u00a0',
  '  ': ' ',
}

function withTypo(text: TrackedText, at: number, chance: Chance): TrackedText {
  const letter = pick(['e', 'xo', ''], chance) ?? ''
  const isSame = textOfTracked(sliceTracked(text, at, at + 1)) === letter
  return isSame ? text : splice(text, { start: at, end: at + 1 }, written(letter))
}

/** A sentence that begins or ends otherwise than the given one. */
function alikeTo(sentence: string, chance: Chance): string {
  const words = sentence.trim().split(' ')
  const cut = 1 + chance(Math.max(1, words.length >> 1))
  if (chance(2) === 0) return `Kestria ${words.slice(cut).join(' ')} `
  return `${words.slice(0, -cut).join(' ')} if others pay. `
}

/** What happens to articles between two visits. */
export const TEXT_CHANGES: Readonly<Record<string, TextChange>> = {
  'typos fixed': (text, chance) =>
    Array.from({ length: 1 + chance(6) }).reduce<TrackedText>(
      (now) => atOne(wordsOf(now), chance, ({ start }) => withTypo(now, start + 1, chance)),
      text,
    ),
  'paragraph inserted': (text, chance) =>
    atOne(paragraphsOf(text), chance, ({ start }) =>
      splice(text, { start, end: start }, written(pick(NEWS, chance) ?? '')),
    ),
  'paragraph removed': (text, chance) =>
    atOne(paragraphsOf(text), chance, (paragraph) => splice(text, paragraph, [])),
  'paragraph moved': (text, chance) => movedPart(text, paragraphsOf(text), chance),
  'paragraph doubled': (text, chance) =>
    atOne(paragraphsOf(text), chance, ({ start, end }) => {
      const place = pick(paragraphsOf(text), chance)?.start ?? 0
      return splice(text, { start: place, end: place }, sliceTracked(text, start, end))
    }),
  'sentences reordered': (text, chance) => movedPart(text, sentencesOf(text), chance),
  'boilerplate on top': (text) => splice(text, { start: 0, end: 0 }, written(FURNITURE)),
  'captions repeated': (text, chance) => {
    const once = atOne(paragraphsOf(text), chance, ({ start }) =>
      splice(text, { start, end: start }, written(CAPTION)),
    )
    return atOne(paragraphsOf(once), chance, ({ start }) =>
      splice(once, { start, end: start }, written(CAPTION)),
    )
  },
  'typography changed': (text) => retyped(text, /([“”"‘’'–—]| +)/u, (part) => PLAINER[part] ?? part),
  'line ends changed': (text) => retyped(text, /(\n)/u, (part) => (part === '\n' ? '\r\n' : part)),
  'encoding mended': (text) =>
    retyped(text, /(â€™|â€œ|Ã©|â€“)/u, (part) => MENDED[part as keyof typeof MENDED] ?? part),
  'lead rewritten': (text, chance) =>
    atOne(paragraphsOf(text).slice(0, 2), chance, (paragraph) =>
      splice(text, paragraph, written(`${pick(NEWS, chance) ?? ''}\n`)),
    ),
  'cut short': (text, chance) => {
    const { length } = textOfTracked(text)
    const end = Math.floor(length / 2) + chance(Math.ceil(length / 2))
    return sliceTracked(text, 0, end)
  },
  'sentence inserted': (text, chance) =>
    atOne(sentencesOf(text), chance, ({ end }) =>
      splice(text, { start: end, end }, written(' The ministry gave no reason. ')),
    ),
  'alike sentence inserted': (text, chance) =>
    atOne(sentencesOf(text), chance, (sentence) => {
      const at = chance(2) === 0 ? sentence.start : sentence.end
      const alike = alikeTo(textOfTracked(sliceTracked(text, sentence.start, sentence.end)), chance)
      return splice(text, { start: at, end: at }, written(alike))
    }),
  'word replaced everywhere': (text, chance) => {
    const word = pick(wordsOf(text), chance)
    const old = word ? textOfTracked(sliceTracked(text, word.start, word.end)) : ''
    return matchesOf(text, new RegExp(`\\b${old}\\b`, 'gu'))
      .filter(({ start, end }) => old !== '' && end > start)
      .reverse()
      .reduce<TrackedText>((now, place) => splice(now, place, written('replacement')), text)
  },
}

const MENDED = { 'â€™': '’', 'â€œ': '“', 'Ã©': 'é', 'â€“': '–' }

/** A text as it looks when UTF-8 was read as something else; what mends it is among the changes. */
export const garbled = (text: string): string =>
  Object.entries(MENDED).reduce((garble, [bad, good]) => garble.replaceAll(good, bad), text)
