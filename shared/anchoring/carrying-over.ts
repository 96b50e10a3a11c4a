import type { Anchoring } from '#shared/domain/anchoring.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { fragmentsOf, marksTheSame } from '#shared/domain/annotation.ts'
import type { BoilerplateChoice } from '#shared/domain/boilerplate.ts'
import type { Change } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import { withSpans } from '#shared/domain/fragments.ts'
import type { AnnotationRecord, Corrections } from '#shared/domain/record.ts'
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
 * their own ids, notes and corrections go along, and the two name each other. What is there already stays.
 */
export function carryingOver(earlier: Version, later: Version): CarryingOver {
  const annotations = [...earlier.record.annotations]
  const anchorings = anchoringsOf(annotations, earlier, later)
  return {
    anchorings,
    earlier: [{ kind: 'later', before: earlier.record.later, after: later.id }],
    later: [
      ...annotations.flatMap((annotation, i) => carried(annotation, anchorings[i] as Anchoring, later)),
      ...recordChanges(earlier, later),
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

function carried(annotation: Annotation, anchoring: Anchoring, { record }: Version): readonly Change[] {
  if (anchoring.outcome === 'review' || anchoring.outcome === 'gone') return []
  const { id } = annotation
  const after = withSpans(annotation, anchoring.spans)
  const there = record.annotations.get(id)
  if (!there) return [{ kind: 'annotation', id, before: null, after }]
  // Somebody was here before: theirs stays, to be looked at where it is not the same.
  if (marksTheSame(there, after) || there.certainty === 'unsure') return []
  return [{ kind: 'annotation', id, before: there, after: { ...there, certainty: 'unsure' } }]
}

function recordChanges(earlier: Version, later: Version): readonly Change[] {
  const { record } = later
  const changes: readonly Change[] = [
    { kind: 'earlier', before: record.earlier, after: { article: earlier.id, dropped: [] } },
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

/** The earlier version's annotations that have no place in the newer one yet, and were not let go either. */
export function waitingIn(earlier: AnnotationRecord, later: AnnotationRecord): readonly Annotation[] {
  const dropped = new Set(later.earlier?.dropped ?? [])
  return [...earlier.annotations].filter(({ id }) => !dropped.has(id) && !later.annotations.get(id))
}
