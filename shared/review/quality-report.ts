/** What one annotator's marks, or everybody's, are like. */
export type QualityOf = {
  readonly articles: number
  readonly done: number
  readonly annotations: number
  readonly byLabel: Readonly<Record<string, LabelQuality>>
  readonly unsure: number
  readonly withNote: number
  /** Marks that lie wholly in another one, and the deepest stack. */
  readonly nested: number
  readonly deepest: number
  readonly discontinuous: number
  /** Mentions that mean an actor, and all marks of a label whose marks do. */
  readonly linked: number
  readonly linkable: number
}

export type LabelQuality = {
  readonly annotations: number
  /** Lengths in code points: least, quartiles, most. */
  readonly lengths: readonly [least: number, first: number, median: number, third: number, most: number]
  /** By role, how many acts have it filled. */
  readonly roles: Readonly<Record<string, number>>
}

export type QualityReport = {
  readonly all: QualityOf
  /** By name; gold last. */
  readonly annotators: readonly (QualityOf & { readonly annotator: string })[]
  /** Sentences about what could not be read. */
  readonly unread: readonly string[]
}
