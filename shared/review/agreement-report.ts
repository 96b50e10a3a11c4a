/** The measures of agreement on marked spans with their labels, as the command line names them. */
export const MEASURES = ['exactF1', 'overlapF1', 'kappa', 'alpha', 'alphaU', 'gamma'] as const
export type Measure = (typeof MEASURES)[number]

/** Null where a measure says nothing: nobody has marked anything, say. At most 1; chance is 0, but for the F1s, whose worst is 0. */
export type Measured = { readonly [M in Measure]: number | null }

/** A confidence interval of 95 %, bootstrapped over articles; null where there are too few of them. */
export type Interval = readonly [low: number, high: number] | null
export type Intervals = { readonly [M in Measure]: Interval }

/** What can be agreed on of a mark, once its place is. */
export const ASPECTS = ['spans', 'labels', 'roles', 'attributes', 'actors'] as const
export type Aspect = (typeof ASPECTS)[number]

/** How many things of an aspect two or more annotators could agree on, and on how many they did. */
export type AspectAgreement = {
  readonly compared: number
  readonly agreed: number
  /** Corrected for chance; null where that says nothing. */
  readonly kappa: number | null
}
export type Aspects = { readonly [A in Aspect]: AspectAgreement }

export type PairAgreement = Measured & {
  readonly a: string
  readonly b: string
  /** That both have opened. */
  readonly articles: number
  readonly intervals: Intervals
  readonly aspects: Aspects
  readonly byLabel: Readonly<Record<string, Measured>>
}

export type ArticleAgreement = Pick<Measured, 'exactF1' | 'overlapF1' | 'alpha' | 'gamma'> & {
  readonly articleId: string
  readonly title: string
  readonly annotators: readonly string[]
  /** Groups of aligned marks that are not the same for all, and all groups. */
  readonly differences: number
  readonly groups: number
}

/** All annotators together. */
export type GroupAgreement = {
  readonly fleissKappa: number | null
  readonly alpha: number | null
  readonly alphaU: number | null
  readonly gamma: number | null
}

export type AgreementReport = GroupAgreement & {
  readonly annotators: readonly string[]
  /** That two or more of them have opened. */
  readonly articles: number
  readonly pairs: readonly PairAgreement[]
  readonly intervals: { readonly [M in keyof GroupAgreement]: Interval }
  readonly byLabel: Readonly<Record<string, GroupAgreement>>
  /** Where they differ most, first. */
  readonly byArticle: readonly ArticleAgreement[]
  /** Of the random numbers behind γ and the intervals: the same seed gives the same digits. */
  readonly seed: number
}
