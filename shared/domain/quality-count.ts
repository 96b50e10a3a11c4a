import { type Annotation, fragmentsOf } from './annotation.ts'
import { compareText } from './compare-text.ts'
import { nestingOf } from './nesting.ts'
import type { LabelQuality, Lengths, QualityOf, QualityReport } from './quality-report.ts'
import { isMention, rolesOf, type Scheme } from './scheme.ts'

/**
 * What a dataset is like, counted article by article, so that no more of it is in memory than one article and how often
 * each length was met. In whatever order the articles come, the report is the same.
 */
export type CountedMark = Pick<
  Annotation,
  'label' | 'start' | 'end' | 'fragments' | 'roles' | 'actor' | 'note' | 'certainty'
>

/** What one annotator made of one article; offsets in code points. */
export type Counted = {
  readonly annotator: string
  readonly isDone: boolean
  readonly marks: readonly CountedMark[]
}

export class QualityCount {
  readonly #scheme: Scheme
  readonly #apart: string | null
  readonly #all: Tally
  readonly #annotators = new Map<string, Tally>()

  /** `apart`: the annotator who is counted, but not with all. */
  constructor(scheme: Scheme, apart: string | null = null) {
    this.#scheme = scheme
    this.#apart = apart
    this.#all = new Tally(scheme)
  }

  /** What all who have opened one article made of it. */
  addArticle(all: readonly Counted[]): void {
    for (const one of all) this.#of(one.annotator).addArticle([one])
    const together = all.filter(({ annotator }) => annotator !== this.#apart)
    if (together.length > 0) this.#all.addArticle(together)
  }

  report(unread: readonly string[] = []): QualityReport {
    const isApart = (name: string): number => Number(name === this.#apart)
    const names = [...this.#annotators.keys()].sort((a, b) => isApart(a) - isApart(b) || compareText(a, b))
    const annotators = names.map((annotator) => ({ ...this.#of(annotator).told, annotator }))
    return { all: this.#all.told, annotators, unread }
  }

  #of(annotator: string): Tally {
    const known = this.#annotators.get(annotator) ?? new Tally(this.#scheme)
    this.#annotators.set(annotator, known)
    return known
  }
}

type LabelTally = { readonly lengths: Map<number, number>; readonly roles: Map<string, number> }

class Tally {
  readonly #scheme: Scheme
  readonly #labels = new Map<string, LabelTally>()
  readonly #sums = {
    ...{ articles: 0, done: 0, annotations: 0, unsure: 0, withNote: 0, nested: 0, deepest: 0 },
    ...{ discontinuous: 0, linked: 0, linkable: 0 },
  }

  constructor(scheme: Scheme) {
    this.#scheme = scheme
  }

  addArticle(all: readonly Counted[]): void {
    this.#sums.articles++
    if (all.every(({ isDone }) => isDone)) this.#sums.done++
    for (const { marks } of all) this.#addMarks(marks)
  }

  #addMarks(marks: readonly CountedMark[]): void {
    const { nested, deepest } = nestingOf(marks)
    this.#sums.annotations += marks.length
    this.#sums.nested += nested
    this.#sums.deepest = Math.max(this.#sums.deepest, deepest)
    for (const mark of marks) this.#add(mark)
  }

  #add(mark: CountedMark): void {
    const canLink = isMention(this.#scheme, mark.label)
    if (mark.certainty === 'unsure') this.#sums.unsure++
    if (mark.note !== undefined) this.#sums.withNote++
    if (mark.fragments) this.#sums.discontinuous++
    if (canLink) this.#sums.linkable++
    if (canLink && mark.actor !== undefined) this.#sums.linked++
    const label = this.#of(mark.label)
    addOne(label.lengths, lengthOf(mark))
    for (const [role, fillers] of Object.entries(mark.roles))
      if (fillers.length > 0) addOne(label.roles, role)
  }

  #of(label: string): LabelTally {
    const known = this.#labels.get(label)
    if (known) return known
    const roles = new Map(rolesOf(this.#scheme, label).map(({ id }) => [id, 0]))
    const fresh = { lengths: new Map<number, number>(), roles }
    this.#labels.set(label, fresh)
    return fresh
  }

  get told(): QualityOf {
    const labels = [...this.#labels].sort(([a], [b]) => compareText(a, b))
    return { ...this.#sums, byLabel: Object.fromEntries(labels.map(([id, tally]) => [id, toldOf(tally)])) }
  }
}

const addOne = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const lengthOf = (mark: CountedMark): number =>
  fragmentsOf(mark as Annotation).reduce((sum, { start, end }) => sum + end - start, 0)

function toldOf({ lengths, roles }: LabelTally): LabelQuality {
  const annotations = [...lengths.values()].reduce((sum, count) => sum + count, 0)
  const sorted = [...roles].sort(([a], [b]) => compareText(a, b))
  return { annotations, lengths: quartilesOf(lengths, annotations), roles: Object.fromEntries(sorted) }
}

/** The nearest ranks, so that each is a length that was met. */
function quartilesOf(lengths: ReadonlyMap<number, number>, total: number): Lengths {
  const sorted = [...lengths].sort(([a], [b]) => a - b)
  const at = (rank: number): number => {
    let met = 0
    for (const [length, count] of sorted) {
      met += count
      if (met >= rank) return length
    }
    return 0
  }
  const nth = (quarter: number): number => at(Math.max(1, Math.ceil((total * quarter) / 4)))
  return [nth(0), nth(1), nth(2), nth(3), nth(4)]
}
