import { counted } from './counted.ts'
import { lowered } from './hint.ts'
import type { QualityOf, QualityReport } from './quality-report.ts'
import { type Scheme, shownLabel } from './scheme.ts'

/**
 * What strikes the eye in a dataset, in words. One annotator's share of something is compared with that of all others
 * together, by the usual test of two proportions; it is told only where there are enough marks, the shares are far apart,
 * and chance would hardly do that (three standard errors).
 */
type Finding = {
  readonly sentence: string
  /** How far apart they are: 1 is as far as can be. */
  readonly weight: number
  /** Which of two that are as far apart is told. */
  readonly size: number
}

type Named = QualityOf & { readonly annotator: string }
type Share = { readonly of: number; readonly in: number }
type Asked = {
  readonly shareOf: (one: QualityOf) => Share
  readonly sentence: (annotator: string, own: string, others: string) => string
}

const LEAST_MARKS = 20
const LEAST_APART = 0.15
const LEAST_ERRORS = 3
const MOST = 8

/** The most striking first, eight at most. `apart`: whose marks are not compared. */
export function qualityFindings(
  { annotators }: QualityReport,
  scheme: Scheme,
  apart: string | null = null,
): readonly string[] {
  const compared = annotators.filter(({ annotator }) => annotator !== apart)
  const found = [
    ...askedIn(compared, scheme).flatMap((asked) =>
      theOne(compared.flatMap((one) => striking(one, compared, asked))),
    ),
    ...lengthsIn(compared, scheme),
  ]
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ sentence }) => sentence)
}

/** What is striking about one annotator makes all others look the other way: it is told of the one. */
const theOne = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => b.weight - a.weight || b.size - a.size).slice(0, 1)

function askedIn(annotators: readonly Named[], scheme: Scheme): readonly Asked[] {
  return [
    ...rolesIn(annotators).map(({ label, role }) => unfilled(scheme, label, role)),
    {
      shareOf: ({ unsure, annotations }) => ({ of: unsure, in: annotations }),
      sentence: (who, own, others) => `${who} is unsure of ${own} of all marks; others are of ${others}.`,
    },
    {
      shareOf: ({ linked, linkable }) => ({ of: linkable - linked, in: linkable }),
      sentence: (who, own, others) => `${who} links ${own} of the mentions to no actor; others ${others}.`,
    },
    {
      shareOf: ({ withNote, annotations }) => ({ of: withNote, in: annotations }),
      sentence: (who, own, others) => `${who} has a note on ${own} of all marks; others on ${others}.`,
    },
    ...labelsIn(annotators).map((label) => given(scheme, label)),
  ]
}

function unfilled(scheme: Scheme, label: string, role: string): Asked {
  const [act, part] = [titleOf(scheme, label), scheme.roles.find(({ id }) => id === role)?.title ?? role]
  return {
    shareOf: ({ byLabel }) => {
      const { annotations = 0, roles = {} } = byLabel[label] ?? {}
      return { of: annotations - (roles[role] ?? 0), in: annotations }
    },
    sentence: (who, own, others) => `${who} leaves ${own} of “${act}” without “${part}”; others ${others}.`,
  }
}

const given = (scheme: Scheme, label: string): Asked => ({
  shareOf: ({ byLabel, annotations }) => ({ of: byLabel[label]?.annotations ?? 0, in: annotations }),
  sentence: (who, own, others) =>
    `“${titleOf(scheme, label)}” is ${own} of what ${who} marks; of what others mark, ${others}.`,
})

function striking(one: Named, all: readonly Named[], { shareOf, sentence }: Asked): readonly Finding[] {
  const own = shareOf(one)
  const others = all.filter((other) => other !== one).reduce((sum, other) => plus(sum, shareOf(other)), NONE)
  if (own.in < LEAST_MARKS || others.in < LEAST_MARKS) return []
  const apart = Math.abs(own.of / own.in - others.of / others.in)
  const pooled = (own.of + others.of) / (own.in + others.in)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / own.in + 1 / others.in))
  if (apart < LEAST_APART || apart < LEAST_ERRORS * error) return []
  const size = own.of / own.in
  return [{ sentence: sentence(one.annotator, percent(own), percent(others)), weight: apart, size }]
}

const NONE: Share = { of: 0, in: 0 }
const plus = (a: Share, b: Share): Share => ({ of: a.of + b.of, in: a.in + b.in })

/** “40 %”; “none” where there is nothing. */
export const percent = (share: Share): string =>
  share.in === 0 ? 'none' : `${Math.round((100 * share.of) / share.in)} %`

/** Whose marks of a label are half as long again as anybody else's, or anybody else's half as long again as theirs. */
function lengthsIn(annotators: readonly Named[], scheme: Scheme): readonly Finding[] {
  return labelsIn(annotators).flatMap((label) => {
    const known = annotators.flatMap(({ annotator, byLabel }) => {
      const { annotations = 0, lengths } = byLabel[label] ?? {}
      return lengths && annotations >= LEAST_MARKS ? [{ annotator, median: lengths[2] }] : []
    })
    const findings = known.flatMap((one) => {
      const others = known.filter((other) => other !== one).map(({ median }) => median)
      const ratio = ratioTo(one.median, others)
      if (ratio < 1.5) return []
      const sentence = `“${titleOf(scheme, label)}” is mostly about ${counted(one.median, 'character')} long where ${one.annotator} marks it; ${rangeWords(others)} where others do.`
      return [{ sentence, weight: 1 - 1 / ratio, size: one.median }]
    })
    return theOne(findings)
  })
}

function ratioTo(median: number, others: readonly number[]): number {
  if (others.length === 0) return 1
  return Math.max(median / Math.max(...others), Math.min(...others) / median)
}

function rangeWords(others: readonly number[]): string {
  const [least, most] = [Math.min(...others), Math.max(...others)]
  return least === most ? `${least}` : `${least} to ${most}`
}

const labelsIn = (annotators: readonly Named[]): readonly string[] =>
  [...new Set(annotators.flatMap(({ byLabel }) => Object.keys(byLabel)))].sort()

const rolesIn = (
  annotators: readonly Named[],
): readonly { readonly label: string; readonly role: string }[] =>
  labelsIn(annotators).flatMap((label) => {
    const roles = new Set(annotators.flatMap(({ byLabel }) => Object.keys(byLabel[label]?.roles ?? {})))
    return [...roles].sort().map((role) => ({ label, role }))
  })

const titleOf = (scheme: Scheme, label: string): string => lowered(shownLabel(scheme, label).title)
