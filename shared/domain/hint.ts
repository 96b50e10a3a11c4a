import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Boilerplate } from './boilerplate.ts'
import type { LinkTargets } from './link-targets.ts'
import type { Earlier } from './record.ts'
import type { Scheme } from './scheme.ts'

export const HINT_KINDS = [
  'role-empty',
  'not-linked',
  'in-boilerplate',
  'marked-twice',
  'loose-edge',
  'link-expected',
  'dangling',
] as const
export type HintKind = (typeof HINT_KINDS)[number]

/** Something about an annotation that is not wrong for certain, but that an analyst would want to look at again. */
export type Hint = {
  readonly kind: HintKind
  /** The annotation that it is about first, then the others that it speaks of. */
  readonly ids: readonly [string, ...string[]]
  /** One plain sentence. */
  readonly sentence: string
  readonly mend: Mend
}

/** What becomes of an annotation; null where it goes. */
export type Mended = { readonly before: Annotation; readonly after: Annotation | null }

/** How a hint is mended: by changes that are known, or where a person has to choose, by going there. */
export type Mend =
  | { readonly kind: 'edit'; readonly name: string; readonly changes: () => readonly Mended[] }
  | { readonly kind: 'fill'; readonly role: string }
  | { readonly kind: 'find-actor' }
  | { readonly kind: 'link'; readonly link: string }

/** All that the checks of an article look at. */
export type CheckedArticle = {
  readonly scheme: Scheme
  readonly text: string
  readonly boilerplate: readonly Boilerplate[]
  readonly annotations: AnnotationSet
  readonly linkTargets: LinkTargets
  /** Of which article's text this one is a newer version: what waits to be placed is not gone. */
  readonly earlier: Earlier | null
  /** Whether the registry has an actor of this id. */
  readonly knowsActor: (id: string) => boolean
}

export const editing = (name: string, changes: () => readonly Mended[]): Mend => ({
  kind: 'edit',
  name,
  changes,
})

/** A title within a sentence. */
export const lowered = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1)
