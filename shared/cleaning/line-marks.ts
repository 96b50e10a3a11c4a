import type { BoilerplateKind } from '#shared/domain/boilerplate.ts'
import type { TextLine } from './text-lines.ts'

/** What a line was found to be; null for a line of the article. `opensList` as of the rule. */
export type LineMark = {
  readonly kind: BoilerplateKind
  readonly reason: string
  readonly opensList: boolean
}
export type LineMarks = readonly (LineMark | null)[]

/** One look at all lines with what is known of them so far. Never unmarks, and never marks the headline. */
export type Pass = (page: Page, marks: LineMarks) => LineMarks

export type Page = {
  readonly lines: readonly TextLine[]
  /** Index of the line that holds the headline, −1 where there is none. */
  readonly headline: number
}

export const markOf = (kind: BoilerplateKind, reason: string): LineMark => ({
  kind,
  reason,
  opensList: false,
})
