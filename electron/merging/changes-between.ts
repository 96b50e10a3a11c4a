import type { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { Change } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Registry } from '#shared/domain/registry.ts'
import type { Review } from '#shared/domain/review.ts'
import type { Team } from '#shared/domain/team.ts'
import type { SaidBesides, SaidOfArticle } from './merging.ts'
import type { Pair } from './paired.ts'

/** What turns the documents that are here into what a merge makes of them. */

const RECORD_FIELDS = ['status', 'notes', 'corrections', 'earlier', 'later'] as const

export const changesOf = ({
  record,
  review,
}: Pick<SaidOfArticle, 'record' | 'review'>): readonly Change[] => [
  ...(record ? recordChanges(record.ours, record.merged) : []),
  ...(review ? reviewChanges(review.ours, review.merged) : []),
]

export const changesBesides = ({
  registry,
  cleaning,
}: Pick<SaidBesides, 'registry' | 'cleaning'>): readonly Change[] => [
  ...(registry ? registryChanges(registry.ours, registry.merged) : []),
  ...(cleaning ? byId('rule', cleaning.ours.rules, cleaning.merged.rules) : []),
]

export const teamChanges = (team: Pair<Team> | null): readonly Change[] =>
  team
    ? [
        ...byId('assignment', team.ours.assignments, team.merged.assignments),
        ...whole('sight', team.ours.sight, team.merged.sight),
      ]
    : []

const recordChanges = (before: AnnotationRecord, after: AnnotationRecord): readonly Change[] => [
  ...byId('annotation', mapOf(before.annotations), mapOf(after.annotations)),
  ...RECORD_FIELDS.flatMap((kind) => whole(kind, before[kind], after[kind])),
]

const mapOf = (annotations: AnnotationSet) => new Map([...annotations].map((one) => [one.id, one]))

const registryChanges = (before: Registry, after: Registry): readonly Change[] => [
  ...byId('actor', before.actors, after.actors),
  ...whole('skips', before.skips, after.skips),
]

const reviewChanges = (before: Review, after: Review): readonly Change[] => [
  ...byId('judgement', before.judgements, after.judgements),
  ...byId('comment', before.comments, after.comments),
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
