import type { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { Cleaning } from '#shared/domain/cleaning-rule.ts'
import type { Change } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Registry } from '#shared/domain/registry.ts'
import type { Review } from '#shared/domain/review.ts'
import type { Team } from '#shared/domain/team.ts'

/** What turns one document into another one. */

const RECORD_FIELDS = ['status', 'notes', 'corrections', 'earlier', 'later'] as const

export const recordChanges = (before: AnnotationRecord, after: AnnotationRecord): readonly Change[] => [
  ...byId('annotation', mapOf(before.annotations), mapOf(after.annotations)),
  ...RECORD_FIELDS.flatMap((kind) => whole(kind, before[kind], after[kind])),
]

const mapOf = (annotations: AnnotationSet) => new Map([...annotations].map((one) => [one.id, one]))

export const registryChanges = (before: Registry, after: Registry): readonly Change[] => [
  ...byId('actor', before.actors, after.actors),
  ...whole('skips', before.skips, after.skips),
]

export const cleaningChanges = (before: Cleaning, after: Cleaning): readonly Change[] =>
  byId('rule', before.rules, after.rules)

export const reviewChanges = (before: Review, after: Review): readonly Change[] => [
  ...byId('judgement', before.judgements, after.judgements),
  ...byId('comment', before.comments, after.comments),
]

export const teamChanges = (before: Team, after: Team): readonly Change[] => [
  ...byId('assignment', before.assignments, after.assignments),
  ...whole('sight', before.sight, after.sight),
]

const whole = (kind: Change['kind'], before: unknown, after: unknown): readonly Change[] =>
  equalJson(before, after) ? [] : [{ kind, before, after } as Change]

function byId(
  kind: Change['kind'],
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly Change[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  return ids.flatMap((id) => {
    const [was, is] = [before.get(id) ?? null, after.get(id) ?? null]
    return equalJson(was, is) ? [] : [{ kind, id, before: was, after: is } as Change]
  })
}
