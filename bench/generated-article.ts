import { type Annotation, manualAnnotation } from '#shared/domain/annotation.ts'
import type { Span } from '#shared/domain/span.ts'

/**
 * Text that reads like news to a layout engine, and marks that lie in it as they do in real articles: short ones for
 * actors, clauses for acts, every fifth inside the one before it or across its end, some across a line break. All of
 * it comes from a seed, so that every run measures the same.
 */
export type GeneratedArticle = {
  readonly text: string
  readonly annotations: readonly Annotation[]
}

export const VOCABULARY =
  `the a of and to in that with for on by from its after before minister ministry government
commission council envoy spokesperson union regional northern coastal river port fisheries committee delegation agreed
pledged promised offered warned accused denied rejected urged condemned said told reporters talks ceasefire treaty border
inspection sanctions budget emissions harvest refugees observers election results violations responsibility
implementation infrastructure yesterday tomorrow again never fully partly within months years three seven twelve Alda
Berinov Castellane Dovrecht Estmark Fjellhaven`.split(/\s+/)

/** Words that occur once each, evenly spread, to find places by. */
export const WAYMARKS = Array.from({ length: 24 }, (_, i) => `waymark${String(i + 10)}`)

export type ArticlePlan = {
  /** The first line of the text, and the seed of all that follows. */
  readonly title: string
  readonly bytes: number
  readonly annotations: number
}

export function generatedArticle({ title, bytes, annotations }: ArticlePlan): GeneratedArticle {
  const random = seeded(title)
  const text = withWaymarks(`${title}\n${prose(bytes, random)}`)
  return { text, annotations: annotationsIn(text, annotations, random) }
}

export type Random = () => number

/** Mulberry32: numbers in [0, 1). */
export function seeded(seed: string): Random {
  let state = Array.from(seed).reduce((sum, character) => Math.imul(sum, 31) + character.charCodeAt(0), 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const LINE_LENGTH = { least: 150, spread: 400 }

function prose(bytes: number, random: Random): string {
  const lines = ['']
  for (let length = 0; length < bytes; length += (lines.at(-1) as string).length + 1) {
    lines.push(line(LINE_LENGTH.least + random() * LINE_LENGTH.spread, random))
  }
  return lines.slice(1).join('\n')
}

function line(length: number, random: Random): string {
  let text = ''
  while (text.length < length) text += `${text ? ' ' : ''}${sentence(random)}`
  return text
}

function sentence(random: Random): string {
  const words = Array.from({ length: 6 + Math.floor(random() * 16) }, () => {
    const word = VOCABULARY[Math.floor(random() * VOCABULARY.length)] as string
    return random() < 0.06 ? `${word},` : word
  })
  const text = words.join(' ').replace(/,$/, '')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function withWaymarks(text: string): string {
  const parts = WAYMARKS.map((waymark, i) => {
    const place = (at: number) => text.indexOf(' ', Math.floor((at * text.length) / (WAYMARKS.length + 1)))
    return `${text.slice(i === 0 ? 0 : place(i), place(i + 1))} ${waymark}`
  })
  const last = Math.floor((WAYMARKS.length * text.length) / (WAYMARKS.length + 1))
  return parts.join('') + text.slice(text.indexOf(' ', last))
}

function annotationsIn(text: string, count: number, random: Random): Annotation[] {
  const words = Array.from(text.matchAll(/[\w']+/g), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
  const wordAt = (index: number) => words[Math.min(words.length - 1, Math.max(0, index))] as Span
  let [first, last] = [0, 0]
  return Array.from({ length: count }, (_, i) => {
    const isActor = random() < 0.7
    const reach = isActor ? Math.floor(random() * 3) : 5 + Math.floor(random() * 15)
    // Every fifth begins within the one before it.
    first =
      i % 5 === 4
        ? first + Math.floor(random() * (last - first + 1))
        : Math.floor(((i + random() / 2) * words.length) / count)
    last = first + reach
    const span = { start: wordAt(first).start, end: wordAt(last).end }
    const label = isActor ? 'actor' : random() < 0.7 ? 'commitment' : 'accusation'
    return manualAnnotation({ ...span, id: uuid(random), label, now: '2026-01-01T00:00:00.000Z' })
  })
}

function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
