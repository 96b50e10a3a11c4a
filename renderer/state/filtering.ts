import { type Annotation, compareAnnotations, fragmentsOf } from '#shared/domain/annotation.ts'
import type { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import { wordsPattern } from '#shared/domain/find.ts'
import {
  type AnnotationFilter,
  type DeskState,
  desk,
  noFilter,
  noHinted,
  noRemarked,
  type OpenArticle,
} from './desk.ts'

/**
 * The annotations that the list shows: all of them, or those that fit the filter. Annotations never change, so whether
 * one fits is found out once for each filter: after an edit nothing but what was edited is looked at anew.
 */
export type ListedAnnotations = Pick<AnnotationSet, 'size' | 'at' | 'rankOf'>

export const isFiltering = (filter: AnnotationFilter): boolean => {
  const { text, labels, unsure, withNote, hinted, remarked } = filter
  return text.trim() !== '' || labels.length > 0 || unsure || withNote || hinted || remarked
}

/** Which annotations a filter by hints, and one by reviewers’ words, lets through. */
export type Pointed = Pick<DeskState, 'hinted' | 'remarked'>

/** What the list shows of the open article. */
export function listedIn(
  { record, text }: OpenArticle,
  filter: AnnotationFilter,
  { hinted, remarked }: Pointed = NOTHING_POINTED,
): ListedAnnotations {
  if (!isFiltering(filter)) return record.annotations
  const wanted: Wanted = [filter.hinted ? hinted : null, filter.remarked ? remarked : null]
  const isStill = latest?.filter === filter && latest.text === text
  if (!latest || !isStill || latest.wanted.some((one, i) => one !== wanted[i]))
    latest = { filter, text, wanted, list: lister(filter, text, wanted) }
  return latest.list(record.annotations)
}

const NOTHING_POINTED: Pointed = { hinted: noHinted, remarked: noRemarked }

type Lister = (annotations: AnnotationSet) => ListedAnnotations
/** Each lets ids through, null all of them. */
type Wanted = readonly [Has | null, Has | null]
type Has = { readonly has: (id: string) => boolean }
type Listed = {
  readonly filter: AnnotationFilter
  readonly text: string
  readonly wanted: Wanted
  readonly list: Lister
}
let latest: Listed | null = null

function lister(filter: AnnotationFilter, text: string, wanted: Wanted): Lister {
  const fitsWords = kept(fitsFilter(filter, text))
  const fits = (annotation: Annotation) =>
    wanted.every((one) => one?.has(annotation.id) ?? true) && fitsWords(annotation)
  let last: AnnotationSet | null = null
  let listed: ListedAnnotations = listOf([])
  return (annotations) => {
    if (annotations !== last) listed = listOf([...annotations].filter(fits))
    last = annotations
    return listed
  }
}

/** The rank of `annotation` in the list, -1 when it is not listed. */
export function listedRank(list: ListedAnnotations, annotation: Annotation): number {
  const rank = list.rankOf(annotation)
  return list.at(rank) === annotation ? rank : -1
}

/** The next (`1`) or previous (`-1`) of the list, from the selected annotation or from the caret; the ends are joined. */
export function neighbourInList(open: OpenArticle, direction: 1 | -1): Annotation | undefined {
  const state = desk.getState()
  const list = listedIn(open, state.annotationFilter, state)
  return list.at((rankFrom(open, list, direction) + list.size) % list.size)
}

/** The rank beside the selected annotation, or else beside the caret; it may lie off either end of the list. */
export function rankFrom(open: OpenArticle, list: ListedAnnotations, direction: 1 | -1): number {
  const selected = open.selected === null ? undefined : open.record.annotations.get(open.selected)
  const before = selected ? list.rankOf(selected) : rankOfOffset(list, open.selection.start)
  const isListed = selected !== undefined && list.at(before) === selected
  return direction > 0 && !isListed ? before : before + direction
}

const rankOfOffset = (list: ListedAnnotations, offset: number): number =>
  countBelow(list.size, (i) => (list.at(i) as Annotation).start < offset)

function listOf(annotations: readonly Annotation[]): ListedAnnotations {
  return {
    size: annotations.length,
    at: (rank) => annotations[rank],
    rankOf: (annotation) =>
      countBelow(annotations.length, (i) => compareAnnotations(annotations[i] as Annotation, annotation) < 0),
  }
}

function kept(fits: (annotation: Annotation) => boolean): (annotation: Annotation) => boolean {
  const answers = new WeakMap<Annotation, boolean>()
  return (annotation) => {
    const answer = answers.get(annotation) ?? fits(annotation)
    answers.set(annotation, answer)
    return answer
  }
}

/** Words are looked for as the find field does, in what is marked and in the note on it. */
function fitsFilter(
  { text: words, labels, unsure, withNote }: AnnotationFilter,
  text: string,
): (annotation: Annotation) => boolean {
  const pattern = wordsPattern(words)
  return (annotation) =>
    (labels.length === 0 || labels.includes(annotation.label)) &&
    (!unsure || annotation.certainty === 'unsure') &&
    (!withNote || annotation.note !== undefined) &&
    (!pattern ||
      [quoteOf(annotation, text), annotation.note ?? ''].some((place) => place.search(pattern) >= 0))
}

/** The words that an annotation marks. */
export const quoteOf = (annotation: Annotation, text: string): string =>
  fragmentsOf(annotation)
    .map(({ start, end }) => text.slice(start, end))
    .join(' … ')

export function setFilter(change: Partial<AnnotationFilter>): void {
  desk.setState(({ annotationFilter }) => ({ annotationFilter: { ...annotationFilter, ...change } }))
}

export const clearFilter = (): void => desk.setState({ annotationFilter: noFilter })

export function toggleFilterLabel(label: string): void {
  const { labels } = desk.getState().annotationFilter
  setFilter({
    labels: labels.includes(label) ? labels.filter((other) => other !== label) : [...labels, label],
  })
}
