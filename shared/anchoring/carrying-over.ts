import type { Anchoring } from '#shared/domain/anchoring.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { fragmentsOf, marksTheSame } from '#shared/domain/annotation.ts'
import type { BoilerplateChoice } from '#shared/domain/boilerplate.ts'
import type { Change } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import { withSpans } from '#shared/domain/fragments.ts'
import type { AnnotationRecord, Corrections } from '#shared/domain/record.ts'
import { referredTo, referringTo } from '#shared/domain/references.ts'
import { reanchor } from './reanchor.ts'

/** One annotator's record of an article, with the article's text. */
export type Version = { readonly id: string; readonly text: string; readonly record: AnnotationRecord }

export type CarryingOver = {
  readonly anchorings: readonly Anchoring[]
  /** What changes in the earlier version's record, and in the newer one's. */
  readonly earlier: readonly Change[]
  readonly later: readonly Change[]
}

/**
 * What has to be edited for `later` to be the newer version of `earlier`: annotations whose place is sure stand there under
 * their own ids (under new ones where something else has theirs), notes and corrections go along, and the two name each other. What is there already stays.
 */
export function carryingOver(earlier: Version, later: Version): CarryingOver {
  const annotations = [...earlier.record.annotations]
  const anchorings = anchoringsOf(annotations, earlier, later)
  const pairs = annotations.map((annotation, i) => pairOf(annotation, anchorings[i] as Anchoring))
  const renamed = renamedIn(pairs, later.record)
  return {
    anchorings,
    earlier: [{ kind: 'later', before: earlier.record.later, after: later.id }],
    later: [
      ...pairs.flatMap(({ placed }) => carried(placed && asRenamed(placed, renamed), later)),
      ...recordChanges(earlier, later, renamed),
    ],
  }
}

export const anchoringsOf = (
  annotations: readonly Annotation[],
  earlier: Version,
  later: Version,
): readonly Anchoring[] =>
  reanchor(
    earlier.text,
    later.text,
    annotations.map((annotation) => ({ id: annotation.id, spans: fragmentsOf(annotation) })),
  )

type Pair = { readonly annotation: Annotation; readonly placed: Annotation | null }

function pairOf(annotation: Annotation, anchoring: Anchoring): Pair {
  const isPlaced = anchoring.outcome === 'exact' || anchoring.outcome === 'moved'
  return { annotation, placed: isPlaced ? withSpans(annotation, anchoring.spans) : null }
}

type Renamed = Readonly<Record<string, string>>

/** New ids for those whose own belong to something else there. */
function renamedIn(pairs: readonly Pair[], { annotations }: AnnotationRecord): Renamed {
  const taken = new Set(pairs.map(({ annotation }) => annotation.id))
  const isFree = (id: string) => !taken.has(id) && !annotations.get(id)
  const renamed = pairs.flatMap(({ annotation: { id }, placed }) => {
    const there = annotations.get(id)
    if (!there || (placed && marksTheSame(there, placed))) return []
    let free = `${id}-earlier`
    while (!isFree(free)) free += '-earlier'
    taken.add(free)
    return [[id, free] as const]
  })
  return Object.fromEntries(renamed)
}

/** With its id as the newer record has it, and those that it points to. */
function asRenamed(annotation: Annotation, renamed: Renamed): Annotation {
  const idOf = (id: string) => (Object.hasOwn(renamed, id) ? (renamed[id] as string) : id)
  const roles = Object.entries(annotation.roles).map(
    ([role, fillers]) =>
      [
        role,
        fillers.map((filler) => ('mention' in filler ? { mention: idOf(filler.mention) } : filler)),
      ] as const,
  )
  const links = annotation.links?.map((link) => ({ ...link, to: idOf(link.to) }))
  return {
    ...annotation,
    id: idOf(annotation.id),
    roles: Object.fromEntries(roles),
    ...(links ? { links } : {}),
  }
}

/** Nothing where it is there already. */
function carried(placed: Annotation | null, { record }: Version): readonly Change[] {
  if (!placed || record.annotations.get(placed.id)) return []
  return [{ kind: 'annotation', id: placed.id, before: null, after: placed }]
}

function recordChanges(earlier: Version, later: Version, renamed: Renamed): readonly Change[] {
  const { record } = later
  const link = { article: earlier.id, dropped: [] }
  const changes: readonly Change[] = [
    {
      kind: 'earlier',
      before: record.earlier,
      after: Object.keys(renamed).length > 0 ? { ...link, renamed } : link,
    },
    { kind: 'status', before: record.status, after: 'in progress' },
    { kind: 'notes', before: record.notes, after: joinedNotes(earlier.record.notes, record.notes) },
    { kind: 'corrections', before: record.corrections, after: correctionsOver(earlier, later) },
  ]
  return changes.filter(({ before, after }) => !equalJson(before, after))
}

function joinedNotes(earlier: string, later: string): string {
  if (earlier === '' || earlier === later) return later
  return later === '' ? earlier : `${earlier}\n\n${later}`
}

/** What was said of the newer version already is the last word. */
function correctionsOver(earlier: Version, later: Version): Corrections {
  const said = { ...earlier.record.corrections, ...later.record.corrections }
  const choices = [...choicesOver(earlier, later), ...(later.record.corrections.boilerplate ?? [])]
  const { boilerplate: _, ...rest } = said
  return choices.length === 0 ? rest : { ...rest, boilerplate: choices }
}

/** What was said of ranges that are still there. */
function choicesOver(earlier: Version, later: Version): readonly BoilerplateChoice[] {
  const choices = earlier.record.corrections.boilerplate ?? []
  const asked = choices.map((choice, i) => ({ id: String(i), spans: [choice] }))
  return reanchor(earlier.text, later.text, asked).flatMap((anchoring, i) => {
    if (anchoring.outcome === 'review' || anchoring.outcome === 'gone') return []
    const [span] = anchoring.spans
    return span ? [{ ...span, kind: choices[i]?.kind ?? null }] : []
  })
}

/** The earlier version's annotations, with the ids that they have in the newer one. */
export function inLater(earlier: AnnotationRecord, later: AnnotationRecord): readonly Annotation[] {
  const renamed = later.earlier?.renamed ?? {}
  return [...earlier.annotations].map((annotation) => asRenamed(annotation, renamed))
}

/** Those of the earlier version's annotations that have no place in the newer one yet, and were not let go either. */
export function waitingIn(earlier: AnnotationRecord, later: AnnotationRecord): readonly Annotation[] {
  const dropped = new Set(later.earlier?.dropped ?? [])
  return inLater(earlier, later).filter(({ id }) => !dropped.has(id) && !later.annotations.get(id))
}

/** Lets go of a waiting annotation, and of what points to it, as changes of the newer record. */
export function lettingGo({ earlier, annotations }: AnnotationRecord, id: string): readonly Change[] {
  if (!earlier) return []
  const pointing = [...annotations].filter((one) => referredTo(one).has(id))
  return [
    { kind: 'earlier', before: earlier, after: { ...earlier, dropped: [...earlier.dropped, id].sort() } },
    ...pointing.map((before) => {
      const after = referringTo(before, id, null)
      return { kind: 'annotation', id: before.id, before, after } as const
    }),
  ]
}
