import type { AnnotationSet } from './annotation-set.ts'
import type { Boilerplate } from './boilerplate.ts'
import { wholeName } from './longer-name.ts'
import { patternOf, standsAlone } from './occurrence-pattern.ts'
import { type Occurrence, riskOf } from './occurrence-risk.ts'
import { mayBeMarked } from './replacing.ts'
import { compareSpans, type Span, spanLength, spansOverlap } from './span.ts'

/**
 * Where given words occur in a text as names. Each form is looked for by itself, in the case it is given in, as whole words
 * that nothing joins to others (a hyphen, a slash, the apostrophe of a longer word). What overlaps then stands in one heap,
 * and of each heap the longest is taken first, whatever else overlaps it is dropped: “Bank of Norland” leaves no “Norland”
 * behind. The words that are never marked take part in that, and are dropped at the end; so are places in boilerplate and
 * places that bear the label already. What is left is sorted by what may be wrong with it
 * (`occurrence-risk.ts`); of what is part of a longer name, all of that name would be marked.
 */

/** What is looked for, and what those that are found are marked as. */
export type Sought = {
  readonly label: string
  /** Id of the actor that they name, null where the mark names nobody yet. */
  readonly actor: string | null
  /** Id of the mark that it all comes from. */
  readonly by: string
  /** What it is called, each form as names are kept. */
  readonly forms: readonly string[]
  /** Those of the forms that another actor is called by too. */
  readonly namesakes: readonly string[]
  /** Words that are never marked. */
  readonly skips: readonly string[]
}

/** Where to look; offsets are those of `text`. */
export type Scene = {
  readonly text: string
  readonly boilerplate: readonly Boilerplate[]
  readonly annotations: AnnotationSet
}

export type OccurrenceFinder = {
  /** Cheap, and false only where nothing can be found. */
  readonly mayOccurIn: (text: string) => boolean
  /** In reading order, none overlapping another. */
  readonly find: (scene: Scene) => readonly Occurrence[]
}

/** Made once for many articles. */
export function occurrenceFinder(sought: Sought): OccurrenceFinder {
  const patterns = sought.forms.map((form) => ({ form, source: patternOf(form) }))
  const skips = skipsNear(sought).map((form) => ({ form: null, source: patternOf(form) }))
  const any = new RegExp(patterns.map(({ source }) => source).join('|') || '(?!)', 'u')
  const all = [...skips, ...patterns].map(({ form, source }) => ({ form, pattern: new RegExp(source, 'gu') }))
  return {
    mayOccurIn: (text) => any.test(text),
    find: (scene) => {
      const candidates = all.flatMap((one) => candidatesIn(scene.text, one))
      return apart(longestOf(candidates).flatMap((found) => occurrencesAt(found, scene, sought)))
    },
  }
}

/** `form` is null for words that are never marked. */
type Candidate = Span & { readonly form: string | null }
type FormPattern = { readonly form: string | null; readonly pattern: RegExp }

/** Skipped words that share none with what is looked for cannot be in its way. */
function skipsNear({ forms, skips }: Sought): readonly string[] {
  const words = new Set(forms.flatMap((form) => form.split(' ')))
  return skips.filter((skip) => skip.split(/\s+/u).some((word) => words.has(word)))
}

function candidatesIn(text: string, { form, pattern }: FormPattern): readonly Candidate[] {
  return Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    form,
  })).filter((span) => standsAlone(text, span))
}

/** Heap by heap the longest; of the same words those that are never marked. */
function longestOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const heaps: Candidate[][] = []
  let reach = -1
  for (const candidate of candidates.toSorted(compareSpans)) {
    if (candidate.start >= reach) heaps.push([])
    heaps.at(-1)?.push(candidate)
    reach = Math.max(reach, candidate.end)
  }
  return heaps.flatMap(longestInHeap)
}

function longestInHeap(heap: readonly Candidate[]): readonly Candidate[] {
  if (heap.length === 1) return heap
  const taken: Candidate[] = []
  for (const candidate of heap.toSorted((a, b) => spanLength(b) - spanLength(a)))
    if (!taken.some((other) => spansOverlap(other, candidate))) taken.push(candidate)
  return taken.sort(compareSpans)
}

function occurrencesAt(found: Candidate, scene: Scene, sought: Sought): readonly Occurrence[] {
  const { form } = found
  if (form === null) return []
  const risk = riskOf(scene.text, found, { form, isNamesake: sought.namesakes.includes(form) })
  const { start, end } = risk === 'longer-name' ? wholeName(scene.text, found) : found
  if (scene.boilerplate.some((part) => spansOverlap(part, { start, end }))) return []
  return mayBeMarked(scene.annotations, { start, end }, sought.label) ? [{ start, end, form, risk }] : []
}

/** Longer names may hold more than one of the forms, and one another’s ends: the first stays. */
function apart(all: readonly Occurrence[]): readonly Occurrence[] {
  let reach = 0
  return all.toSorted(compareSpans).filter(({ start, end }) => {
    if (start < reach) return false
    reach = end
    return true
  })
}
