import type { Change } from '#shared/domain/edit.ts'
import { type Comment, GOLD, type Judgement } from '#shared/domain/review.ts'
import { type MarksHere, markKey } from '#shared/review/marks-here.ts'
import type { ReviewOf } from '#shared/review/review-of.ts'

type Said = { readonly judgements: Map<string, Judgement>; readonly comments: Map<string, Comment> }

/** What was said of one article, by what it is about: asking for one mark's costs the same in a note and in a book. */
export class SaidByMark {
  readonly #here: MarksHere
  readonly #said = new Map<string, Said>()

  constructor(here: MarksHere, reviews: readonly ReviewOf[]) {
    this.#here = here
    for (const { annotator, judgements, comments } of reviews) {
      // What was settled in adjudication is no review of anybody's work.
      if (annotator !== GOLD) for (const one of judgements) this.#put('judgements', one, true)
      for (const one of comments) this.#put('comments', one, true)
    }
  }

  of(key: string): Pick<ReviewOf, 'judgements' | 'comments'> {
    const said = this.#said.get(key)
    return {
      judgements: [...(said?.judgements.values() ?? [])],
      comments: [...(said?.comments.values() ?? [])],
    }
  }

  /** Takes a change over; answers with the keys of what it is about. */
  take(change: Change): readonly string[] {
    if (change.kind === 'judgement') return this.#take('judgements', change)
    return change.kind === 'comment' ? this.#take('comments', change) : []
  }

  #take<K extends keyof Said>(
    kind: K,
    { before, after }: { before: SaidIn<K> | null; after: SaidIn<K> | null },
  ) {
    return [...(before ? this.#put(kind, before, false) : []), ...(after ? this.#put(kind, after, true) : [])]
  }

  #put<K extends keyof Said>(kind: K, one: SaidIn<K>, isThere: boolean): readonly string[] {
    const keys = this.#keysOf(one)
    for (const key of keys) {
      const said = this.#said.get(key) ?? { judgements: new Map(), comments: new Map() }
      this.#said.set(key, said)
      const all = said[kind] as Map<string, SaidIn<K>>
      if (isThere) all.set(one.id, one)
      else all.delete(one.id)
    }
    return keys
  }

  #keysOf({ about }: Judgement | Comment): readonly string[] {
    if (!('annotator' in about)) return about.map((mark) => this.#here.keyOf(mark))
    const { annotator, id } = about
    return [id === null ? wholeKey(annotator) : this.#here.keyOf({ annotator, id })]
  }
}

type SaidIn<K extends keyof Said> = K extends 'judgements' ? Judgement : Comment

/** Of what is said of all that an annotator made of the article. */
export const wholeKey = (annotator: string): string => markKey({ annotator, id: '' })
