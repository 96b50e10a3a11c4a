/** What one annotator's marks, or everybody's, are like. */
export type QualityOf = {
  /** That something was said of. */
  readonly articles: number
  /** Of these, those that are done, by everybody who has opened them. */
  readonly done: number
  readonly annotations: number
  readonly byLabel: Readonly<Record<string, LabelQuality>>
  readonly unsure: number
  readonly withNote: number
  /** Marks that lie wholly in another one of the same annotator, and the most marks of one annotator on one character. */
  readonly nested: number
  readonly deepest: number
  readonly discontinuous: number
  /** Mentions that mean an actor, and all mentions. */
  readonly linked: number
  readonly linkable: number
}

export type LabelQuality = {
  readonly annotations: number
  /** Lengths in code points, gaps left out: least, quartiles, most. */
  readonly lengths: Lengths
  /** By role, how many acts have it filled; every role that the scheme has for the label is there. */
  readonly roles: Readonly<Record<string, number>>
}

export type Lengths = readonly [least: number, first: number, median: number, third: number, most: number]

export type QualityReport = {
  /** But for the gold, which is made of the others. */
  readonly all: QualityOf
  /** By name; gold last. */
  readonly annotators: readonly (QualityOf & { readonly annotator: string })[]
  /** Sentences about what could not be read. */
  readonly unread: readonly string[]
}
