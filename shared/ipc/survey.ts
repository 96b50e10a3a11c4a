import type { HintKind } from '../domain/hint.ts'

/** What is asked of all that the annotator has said in the workspace. Actors are meant by these very ids. */
export type SurveyQuery =
  /** The annotations that are marked unsure. */
  | { readonly kind: 'unsure' }
  /** What the checks find, of one kind or of all. */
  | { readonly kind: 'hints'; readonly only?: HintKind }
  /** The mentions that point to one of these actors; null: those that point to none yet. */
  | { readonly kind: 'mentions'; readonly actors: readonly string[] | null }
  /** The acts that one of these has a role in, by itself or by a mention that points to it. */
  | { readonly kind: 'acts'; readonly actors: readonly string[] }

/** An annotation in its context. */
export type SurveyRow = {
  readonly articleId: string
  /** The article's title. */
  readonly title: string
  readonly id: string
  readonly label: string
  /** UTF-16. */
  readonly start: number
  readonly end: number
  readonly quote: string
  /** Some words of its line, on either side. */
  readonly before: string
  readonly after: string
  /** The actor that a mention points to, or by which an act was found. */
  readonly actor: string | null
  /** Of an unsure annotation its note, of an act the role that the actor has in it, of a hint its kind. */
  readonly detail: string | null
  /** What a hint says; null for all else. */
  readonly sentence: string | null
}

/** Rows by the article's title, in reading order; an act with two roles, and a mark with two hints, has two. */
export type SurveyAnswer = { readonly rows: readonly SurveyRow[]; readonly total: number }

export const MOST_ROWS = 2_000

export type SurveyCount = {
  /** By actor, as mentions and roles name it, or as the one that it was merged into; an act counts once for an actor. */
  readonly actors: Readonly<Record<string, { readonly mentions: number; readonly acts: number }>>
  readonly unlinked: number
  readonly unsure: number
  /** By kind of hint. */
  readonly hints: Readonly<Partial<Record<HintKind, number>>>
}
