import type { GroupAgreement, Measure } from '../agreement-report.ts'
import { alphaTally, nominalAlpha } from './alpha.ts'
import type { CodedArticle, Coder } from './coded-article.ts'
import { exactTally, f1, overlapTally } from './f1.ts'
import { cohenKappa, cohenTally, fleissKappa, fleissTally } from './kappa.ts'
import { at, type Scales, type Tallies, type Tally } from './tally.ts'
import { unitizingTally } from './unitizing.ts'

/** One less observed through expected disagreement; null where none can be expected. */
export const lessDisagreement = (tally: Tally): number | null =>
  at(tally, 1) === 0 ? null : 1 - at(tally, 0) / at(tally, 1)

export const PAIR_SCALES: Scales<Measure> = {
  exactF1: f1,
  overlapF1: f1,
  kappa: cohenKappa,
  alpha: nominalAlpha,
  alphaU: lessDisagreement,
  gamma: lessDisagreement,
}

export const GROUP_SCALES: Scales<keyof GroupAgreement> = {
  fleissKappa,
  alpha: nominalAlpha,
  alphaU: lessDisagreement,
  gamma: lessDisagreement,
}

/** Of an article that has two annotators. */
export function pairTallies(article: CodedArticle): Tallies<Measure> {
  const [a, b] = article.coders as readonly [Coder, Coder]
  return {
    exactF1: exactTally(a.marks, b.marks),
    overlapF1: overlapTally(a.marks, b.marks),
    kappa: cohenTally(a.codes, b.codes),
    alpha: alphaTally([a.codes, b.codes]),
    alphaU: unitizingTally(article),
    gamma: [],
  }
}

export function groupTallies(article: CodedArticle): Tallies<keyof GroupAgreement> {
  const codes = article.coders.map((coder) => coder.codes)
  return {
    fleissKappa: fleissTally(codes),
    alpha: alphaTally(codes),
    alphaU: unitizingTally(article),
    gamma: [],
  }
}

/** Of an article in which two annotators marked none of `tokens`. */
export const unmarkedPair = (tokens: number): Tallies<Measure> => ({
  exactF1: [],
  overlapF1: [],
  kappa: [tokens, tokens, tokens, tokens],
  alpha: [2 * tokens, 2 * tokens, 2 * tokens],
  alphaU: [],
  gamma: [],
})

export function unmarkedGroup(tokens: number, annotators: number): Tallies<keyof GroupAgreement> {
  const codes = tokens * annotators
  return {
    fleissKappa: [tokens, tokens, codes, codes],
    alpha: [codes, codes, codes],
    alphaU: [],
    gamma: [],
  }
}
