import type { Annotation } from '#shared/domain/annotation.ts'
import { overlapOf } from './mark-overlap.ts'

/** One annotator's mark on the way to its group. */
export type Member = {
  readonly annotator: string
  readonly mark: Annotation
  /** See placeKey and saidKey. */
  readonly place: string
  readonly said: string
  /** Of those of one annotator whose place and words are the same, the how manieth. */
  readonly rank: number
}

/** Marks that are about the same thing: at most one of each annotator, each two of which share a character. */
export class MarkGroup {
  readonly members: Member[] = []
  readonly #annotators = new Set<string>()

  constructor(members: readonly Member[]) {
    for (const member of members) this.#add(member)
  }

  /** The one that stands for it where it is sought: marks that were found to be the same come first. */
  get first(): Member {
    return this.members[0] as Member
  }

  get size(): number {
    return this.members.length
  }

  /** The same for groups of the same annotators. */
  get whose(): string {
    return JSON.stringify([...this.#annotators].sort())
  }

  has(annotator: string): boolean {
    return this.#annotators.has(annotator)
  }

  canTake(other: MarkGroup): boolean {
    return (
      other.members.every(({ annotator }) => !this.has(annotator)) &&
      this.members.every((a) => other.members.every((b) => overlapOf(a.mark, b.mark) > 0))
    )
  }

  take(other: MarkGroup): void {
    for (const member of other.members) this.#add(member)
  }

  #add(member: Member): void {
    this.members.push(member)
    this.#annotators.add(member.annotator)
  }
}
