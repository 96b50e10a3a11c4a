import type { Change } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { Review } from '#shared/domain/review.ts'

/** What makes one review of the same person's the other. */
export const changesBetween = (before: Review, after: Review): readonly Change[] => [
  ...between(before.judgements, after.judgements, (id, was, is) => ({
    kind: 'judgement',
    id,
    before: was,
    after: is,
  })),
  ...between(before.comments, after.comments, (id, was, is) => ({
    kind: 'comment',
    id,
    before: was,
    after: is,
  })),
]

function between<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  changeOf: (id: string, was: T | null, is: T | null) => Change,
): readonly Change[] {
  const ids = new Set([...before.keys(), ...after.keys()])
  return [...ids].flatMap((id) => {
    const [was, is] = [before.get(id) ?? null, after.get(id) ?? null]
    return equalJson(was, is) ? [] : [changeOf(id, was, is)]
  })
}
