import type { BoilerplateKind } from '#shared/domain/boilerplate.ts'
import type { TextLine } from './text-lines.ts'

/**
 * One narrow claim about a whole line. What no rule knows is taken for text, so the rules err by keeping.
 *
 * A `likely` line may as well be a heading or a sentence: it is boilerplate only beside boilerplate.
 */
export type LineRule = {
  readonly kind: BoilerplateKind
  /** For a person, as part of a sentence: “a line that says Advertisement”. */
  readonly reason: string
  readonly strength: 'certain' | 'likely'
  /** The heading of a list: short lines below it belong to it. */
  readonly opensList: boolean
  readonly longest: number
  readonly matches: (line: Pick<TextLine, 'text' | 'bare'>) => boolean
}

type Options = Partial<Pick<LineRule, 'strength' | 'opensList' | 'longest'>>

const SHORT = 160

/** A rule about a line's words, which are looked at without Markdown's marks. */
export function lineRule(
  kind: BoilerplateKind,
  reason: string,
  pattern: RegExp | ((bare: string) => boolean),
  options: Options = {},
): LineRule {
  const test = typeof pattern === 'function' ? pattern : (bare: string) => pattern.test(bare)
  return {
    kind,
    reason,
    strength: 'certain',
    opensList: false,
    longest: SHORT,
    matches: ({ bare }) => test(bare),
    ...options,
  }
}
