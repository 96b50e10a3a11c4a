import { listed } from '#shared/domain/listed.ts'
import { LEAST_ARTICLES } from './agreement/bootstrap.ts'
import type {
  AgreementReport,
  Aspect,
  AspectAgreement,
  GroupAgreement,
  Interval,
  Measure,
} from './agreement-report.ts'

/**
 * Agreement in words. A coefficient is judged by its bounds as Krippendorff gives them (Content Analysis, 2nd ed., 2004,
 * p. 241): conclusions may be drawn from 0.8 on, tentative ones from 0.667 on, none below. Where the interval reaches over
 * the next lower bound, the sentence says so. The words of Landis and Koch (Biometrics 33, 1977, p. 165: “substantial”
 * from 0.61 on) are not used: by their own account the divisions are arbitrary. F1s have no bounds of this kind, and none
 * are made up for them.
 */
export const RELIABLE = 0.8
export const TENTATIVE = 0.667

const VERDICTS = ['well', 'fairly', 'poorly'] as const
export type Verdict = (typeof VERDICTS)[number]

export function verdictOf(value: number): Verdict {
  if (value >= RELIABLE) return 'well'
  return value >= TENTATIVE ? 'fairly' : 'poorly'
}

/** How a measure is called, and what it says to somebody who has never met it. */
export type MeasureWords = {
  readonly title: string
  /** Where many stand side by side. */
  readonly short: string
  readonly meaning: string
  /** The bounds are spoken of for it: Krippendorff gives them for α, Carletta (1996) for κ; for γ nobody does. */
  readonly hasBounds: boolean
}

export const MEASURE_WORDS: { readonly [M in Measure | 'fleissKappa']: MeasureWords } = {
  exactF1: {
    title: 'Exact F1',
    short: 'Exact F1',
    meaning:
      'Of all marks that the two made, the share that both made alike: the same words, the same label.',
    hasBounds: false,
  },
  overlapF1: {
    title: 'Overlap F1',
    short: 'Overlap F1',
    meaning:
      'The same share, where two marks of one label count as soon as they have some of their words in common.',
    hasBounds: false,
  },
  kappa: {
    title: 'Cohen’s κ',
    short: 'κ',
    meaning:
      'Word by word: how often both say the same of a word, less what chance would give. 1 is always, 0 is no better than chance.',
    hasBounds: true,
  },
  fleissKappa: {
    title: 'Fleiss’ κ',
    short: 'Fleiss’ κ',
    meaning:
      'Word by word, for more than two: how often any two of them say the same of a word, less what chance would give.',
    hasBounds: true,
  },
  alpha: {
    title: 'Krippendorff’s α',
    short: 'α',
    meaning:
      'Word by word, whoever and however many have read an article, less what chance would give. From 0.8 on conclusions are safe, from 0.667 on tentative.',
    hasBounds: true,
  },
  alphaU: {
    title: 'Krippendorff’s αᵤ',
    short: 'αᵤ',
    meaning:
      'Looks at whole marks in place of single words: whether the same stretches of the text are marked, from where to where.',
    hasBounds: true,
  },
  gamma: {
    title: 'Gamma (γ)',
    short: 'γ',
    meaning:
      'Puts those marks beside each other that fit best, and weighs how far their places and labels differ, less what chance would give.',
    hasBounds: false,
  },
}

export const ASPECT_WORDS: { readonly [A in Aspect]: { readonly title: string; readonly on: string } } = {
  spans: { title: 'Places', on: 'where marks are' },
  labels: { title: 'Labels', on: 'which label a mark has' },
  roles: { title: 'Roles', on: 'who fills the roles' },
  attributes: { title: 'Attributes', on: 'the attributes' },
  actors: { title: 'Actors', on: 'which actor is meant' },
}

/** Of fewer things no verdict is given. */
const LEAST_COMPARED = 10

type Judged = { readonly verdict: Verdict; readonly on: string }

export type HeadlineParts = {
  readonly report: AgreementReport
  /** A label's title by its id. */
  readonly titleOf: (label: string) => string
}

/** One sentence about all who are compared: on what they agree well, on what fairly, and on what poorly. */
export function headline({ report, titleOf }: HeadlineParts): string {
  const who = whoOf(report.annotators)
  const judged = [...judgedLabels(report, titleOf), ...judgedAspects(report)]
  if (judged.length === 0) return `There is too little marked to say how far ${who} agree.`
  const parts = VERDICTS.flatMap((verdict) => {
    const on = judged.filter((one) => one.verdict === verdict).map((one) => `on ${one.on}`)
    return on.length > 0 ? [`${verdict} ${listed(on)}`] : []
  })
  return `${who} agree ${parts.join('; ')}.`
}

/** What holds the headline back; null where nothing does. */
export function caution({ articles, alpha, intervals }: AgreementReport): string | null {
  if (alpha === null) return null
  if (articles < LEAST_ARTICLES)
    return `With fewer than ${LEAST_ARTICLES} articles nobody can say how certain this is: one more could change it a great deal.`
  if (intervals.alpha === null || !reachesLower(alpha, intervals.alpha)) return null
  const [low, high] = intervals.alpha.map((bound) => bound.toFixed(2)) as [string, string]
  return `This is uncertain: by these ${articles} articles, α may be anything from ${low} to ${high}.`
}

/** True where the interval holds values that would be judged worse. */
const reachesLower = (value: number, interval: NonNullable<Interval>): boolean =>
  verdictOf(interval[0]) !== verdictOf(value)

function whoOf(annotators: readonly string[]): string {
  return annotators.length <= 3 ? listed(annotators) : `The ${annotators.length} annotators`
}

function judgedLabels(
  { byLabel }: Pick<AgreementReport, 'byLabel'>,
  titleOf: HeadlineParts['titleOf'],
): readonly Judged[] {
  return VERDICTS.flatMap((verdict) => {
    const labels = Object.entries(byLabel).filter(
      ([, { alpha }]) => alpha !== null && verdictOf(alpha) === verdict,
    )
    const titles = shortened(labels.map(([label]) => titleOf(label)))
    return labels.length > 0 ? [{ verdict, on: `what is marked as ${listed(titles, 'or')}` }] : []
  })
}

const MOST_NAMED = 4

const shortened = (titles: readonly string[]): readonly string[] =>
  titles.length <= MOST_NAMED
    ? titles
    : [...titles.slice(0, MOST_NAMED - 1), `${titles.length - MOST_NAMED + 1} other labels`]

/** Of two alone there is one pair to speak of. */
function judgedAspects({ pairs }: AgreementReport): readonly Judged[] {
  const [pair, ...others] = pairs
  if (!pair || others.length > 0) return []
  return (['labels', 'roles', 'attributes', 'actors'] as const).flatMap((aspect) =>
    judgedAspect(aspect, pair.aspects[aspect]),
  )
}

const judgedAspect = (aspect: Aspect, { kappa, compared }: AspectAgreement): readonly Judged[] =>
  kappa === null || compared < LEAST_COMPARED
    ? []
    : [{ verdict: verdictOf(kappa), on: ASPECT_WORDS[aspect].on }]

/** The measures of all together, in the order in which they are shown. */
export const GROUP_MEASURES = [
  'alpha',
  'alphaU',
  'gamma',
  'fleissKappa',
] as const satisfies readonly (keyof GroupAgreement)[]

/** “0.83”, or a dash where a measure says nothing. */
export const numberWords = (value: number | null): string =>
  value === null ? '–' : value.toFixed(2).replace('-0.00', '0.00')

/** “0.71 to 0.90”. */
export const intervalWords = (interval: Interval): string =>
  interval === null ? '–' : `${numberWords(interval[0])} to ${numberWords(interval[1])}`
