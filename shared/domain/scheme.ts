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
  /** Markdown, shown beside the text. */
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
}

export type Role = {
  readonly id: string
  readonly title: string
  /** Ids of the labels whose annotations have this role. */
  readonly on: readonly string[]
}

export type Attribute = {
  readonly id: string
  readonly title: string
  readonly on: readonly string[]
  /** The first is what holds where nothing is said. */
  readonly values: readonly string[]
}

export type LinkKind = { readonly id: string; readonly title: string; readonly on: readonly string[] }

export const labelOf = (scheme: Scheme, id: string): Label | undefined =>
  scheme.labels.find((label) => label.id === id)

/** How a label is shown; one that the scheme does not know is called by its id and drawn as a tint. */
export const shownLabel = (scheme: Scheme, id: string): Pick<Label, 'title' | 'shape' | 'hue'> =>
  labelOf(scheme, id) ?? { title: id, shape: 'tint', hue: 0 }
