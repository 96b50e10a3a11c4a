import { compareSpans, type Span, spansEqual } from './span.ts'

/** What fills a role: a mention in this article, an actor of the registry, or one of two constants. */
export type Filler =
  | { readonly mention: string }
  | { readonly actor: string }
  | { readonly constant: 'author' | 'unknown' }

export type Link = { readonly kind: string; readonly to: string }

export type OriginKind = 'manual' | 'rule' | 'propagated' | 'imported' | 'adjudicated'
export type Origin = { readonly kind: OriginKind; readonly by?: string }

export type Certainty = 'sure' | 'unsure'

/**
 * One mark that an annotator made, frozen. `start` and `end` are the hull of its fragments, in UTF-16 offsets; on disk
 * it carries its text and its annotator as well.
 */
export type Annotation = Span & {
  readonly id: string
  readonly label: string
  /** Two or more, sorted and disjoint; absent when the annotation is one run of text. */
  readonly fragments?: readonly Span[]
  readonly attributes: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, readonly Filler[]>>
  readonly actor?: string
  readonly links?: readonly Link[]
  readonly note?: string
  readonly certainty: Certainty
  readonly origin: Origin
  /** ISO 8601, UTC. */
  readonly created: string
  readonly updated: string
}

export type NewAnnotation = Span & { readonly id: string; readonly label: string; readonly now: string }

/** A mark made by hand: sure, with nothing else said of it yet. */
export function manualAnnotation({ id, label, start, end, now }: NewAnnotation): Annotation {
  return {
    id,
    label,
    start,
    end,
    attributes: {},
    roles: {},
    certainty: 'sure',
    origin: { kind: 'manual' },
    created: now,
    updated: now,
  }
}

/** The runs of text that an annotation covers. */
export const fragmentsOf = (annotation: Annotation): readonly Span[] => annotation.fragments ?? [annotation]

/** Reading order, outer before inner; ties are broken by id so that every machine sorts alike. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return compareSpans(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** True when both mark the same runs of text with the same label. */
export function marksTheSame(a: Annotation, b: Annotation): boolean {
  const [left, right] = [fragmentsOf(a), fragmentsOf(b)]
  return (
    a.label === b.label &&
    left.length === right.length &&
    left.every((fragment, i) => spansEqual(fragment, right[i] as Span))
  )
}
