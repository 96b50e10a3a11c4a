/**
 * What can be marked: data of the workspace, never code. The palette, keys, cards, exports and checks follow it.
 */
export type Scheme = {
  readonly id: string
  readonly title: string
  readonly labels: readonly Label[]
  readonly roles: readonly Role[]
  readonly attributes: readonly Attribute[]
  readonly links: readonly LinkKind[]
  /** What an actor of the registry can be. */
  readonly actorTypes: readonly string[]
  /** Markdown, the whole page. */
  readonly guidelines: string
}

export type LabelShape = 'tint' | 'underline' | 'wave'

export type Label = {
  readonly id: string
  readonly title: string
  /** The key that marks with this label, a single character. */
  readonly key: string
  readonly shape: LabelShape
  /** Hue in degrees (OKLCH); lightness and chroma belong to the theme. */
  readonly hue: number
  readonly description: string
  /** Markdown: how this label is given, shown beside the text while it is in use. */
  readonly guideline: string
  /** Its annotations name somebody: they point to an actor of the registry, and fill roles. */
  readonly isMention: boolean
  /** What leads to the marked words where an act is told as a sentence: “commits to”. */
  readonly lead: string
}

export type Role = {
  readonly id: string
  readonly title: string
  /** Ids of the labels whose annotations have this role. */
  readonly on: readonly string[]
  /** An act that nobody fills this role of is not finished. */
  readonly isEssential: boolean
  /** Where an act is told as a sentence: what leads to the role, and whether it comes before the marked words. */
  readonly lead: string
  readonly side: 'before' | 'after'
}

export type Attribute = {
  readonly id: string
  readonly title: string
  readonly on: readonly string[]
  /** The key that chooses among the values, a single character; empty where there is none. */
  readonly key: string
  /** The first is what holds where nothing is said. */
  readonly values: readonly string[]
}

/** How one act is tied to another of the same article. */
export type LinkKind = {
  readonly id: string
  readonly title: string
  readonly on: readonly string[]
  readonly key: string
  /** Annotations with this value of an attribute are not finished without such a link, if there is what to link to. */
  readonly expectedWith: { readonly attribute: string; readonly value: string } | null
}

/** True for labels that have roles: commitments and accusations. */
export const isAct = (scheme: Scheme, label: string): boolean =>
  scheme.roles.some(({ on }) => on.includes(label))

export const isMention = (scheme: Scheme, label: string): boolean =>
  labelOf(scheme, label)?.isMention ?? false

/** What can be said of annotations with `label`, in the scheme's order. */
export const rolesOf = (scheme: Scheme, label: string): readonly Role[] =>
  scheme.roles.filter(({ on }) => on.includes(label))
export const attributesOf = (scheme: Scheme, label: string): readonly Attribute[] =>
  scheme.attributes.filter(({ on }) => on.includes(label))
export const linksOf = (scheme: Scheme, label: string): readonly LinkKind[] =>
  scheme.links.filter(({ on }) => on.includes(label))

export const labelOf = (scheme: Scheme, id: string): Label | undefined =>
  scheme.labels.find((label) => label.id === id)

/** How a label is shown; one that the scheme does not know is called by its id and drawn as a tint. */
export const shownLabel = (scheme: Scheme, id: string): Pick<Label, 'title' | 'shape' | 'hue'> =>
  labelOf(scheme, id) ?? { title: id, shape: 'tint', hue: 0 }
