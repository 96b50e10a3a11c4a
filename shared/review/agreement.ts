import { compareByTitle } from '#shared/domain/article.ts'
import {
  between,
  type CodedArticle,
  codedArticle,
  labelsIn,
  withLabel,
  withoutMarks,
} from './agreement/coded-article.ts'
import { f1 } from './agreement/f1.ts'
import { LabelSets } from './agreement/label-sets.ts'
import { GROUP_SCALES, groupTallies, PAIR_SCALES, pairTallies } from './agreement/measuring.ts'
import { Scope, type Tallies } from './agreement/scope.ts'
import { sumOf } from './agreement/tally.ts'
import {
  type AgreementReport,
  type ArticleAgreement,
  ASPECTS,
  type Aspects,
  type GroupAgreement,
  MEASURES,
  type Measure,
  type PairAgreement,
} from './agreement-report.ts'
import { alignMarks } from './aligning.ts'
import type { ActorMeant, Codings } from './codings.ts'

export type AgreementOptions = {
  /** Those who are compared; nobody else’s marks are looked at. */
  readonly annotators: readonly string[]
  /** Of the random numbers, a whole number: the same seed gives the same digits. */
  readonly seed: number
  readonly actorMeant: ActorMeant
}

/**
 * How far annotators agree, over articles that come one by one and are let go again; docs/agreement.md says what each
 * number means. Yields after each piece of work, so that whoever drives it can let others have a turn.
 */
export function* agreementSteps(
  codings: Iterable<Codings>,
  options: AgreementOptions,
): Generator<void, AgreementReport> {
  const corpus = emptyCorpus(options)
  for (const article of codings) yield* take(corpus, article)
  return reportOf(corpus)
}

type PairScope = { readonly a: string; readonly b: string; readonly scope: Scope<Measure> }

type Corpus = {
  readonly options: AgreementOptions
  readonly sets: LabelSets
  readonly pairs: readonly PairScope[]
  readonly group: Scope<keyof GroupAgreement>
  readonly articles: ArticleAgreement[]
}

const emptyCorpus = (options: AgreementOptions): Corpus => ({
  options,
  sets: new LabelSets(),
  pairs: options.annotators.flatMap((a, i) =>
    options.annotators.slice(i + 1).map((b) => ({ a, b, scope: new Scope(PAIR_SCALES) })),
  ),
  group: new Scope(GROUP_SCALES),
  articles: [],
})

function* take(corpus: Corpus, codings: Codings): Generator<void, void> {
  const article = codedArticle(codings, corpus.options.annotators, corpus.sets)
  if (article.coders.length < 2) return
  const pairs: Tallies<Measure>[] = []
  for (const { a, b, scope } of corpus.pairs) {
    const both = between(article, [a, b])
    if (both.coders.length < 2) continue
    pairs.push(tally(both, corpus, { scope, talliesOf: pairTallies }))
    yield
  }
  const group = tally(article, corpus, { scope: corpus.group, talliesOf: groupTallies })
  corpus.articles.push({
    ...articleAgreement(codings, article, { pairs, group }),
    ...differencesIn(article, corpus),
  })
  yield
}

type Tallying<M extends string> = {
  readonly scope: Scope<M>
  readonly talliesOf: (article: CodedArticle) => Tallies<M>
}

function tally<M extends string>(
  article: CodedArticle,
  { sets }: Corpus,
  { scope, talliesOf }: Tallying<M>,
): Tallies<M> {
  const all = talliesOf(article)
  const byLabel = labelsIn(article).map(
    (label) => [label, talliesOf(withLabel(article, label, sets))] as const,
  )
  scope.add(all, new Map(byLabel), talliesOf(withoutMarks(article)))
  return all
}

function articleAgreement(
  { articleId, title }: Codings,
  { coders }: CodedArticle,
  { pairs, group }: { pairs: readonly Tallies<Measure>[]; group: Tallies<keyof GroupAgreement> },
): Omit<ArticleAgreement, 'differences' | 'groups'> {
  return {
    articleId,
    title,
    annotators: coders.map(({ annotator }) => annotator),
    exactF1: f1(sumOf(pairs.map(({ exactF1 }) => exactF1))),
    overlapF1: f1(sumOf(pairs.map(({ overlapF1 }) => overlapF1))),
    alpha: GROUP_SCALES.alpha(group.alpha),
    gamma: GROUP_SCALES.gamma(group.gamma),
  }
}

function differencesIn(
  { coders }: CodedArticle,
  { options }: Corpus,
): Pick<ArticleAgreement, 'differences' | 'groups'> {
  const codings = coders.map(({ annotator, marks }) => ({ annotator, annotations: marks }))
  const groups = alignMarks(codings, options.actorMeant)
  return { differences: groups.filter(({ kind }) => kind !== 'same').length, groups: groups.length }
}

function reportOf({ options, pairs, group, articles }: Corpus): AgreementReport {
  return {
    ...group.values(),
    annotators: options.annotators,
    articles: articles.length,
    pairs: pairs.map(pairAgreement),
    intervals: { fleissKappa: null, alpha: null, alphaU: null, gamma: null },
    byLabel: group.valuesByLabel(),
    byArticle: articles.toSorted(
      (a, b) =>
        b.differences - a.differences ||
        (a.exactF1 ?? 2) - (b.exactF1 ?? 2) ||
        compareByTitle({ id: a.articleId, title: a.title }, { id: b.articleId, title: b.title }),
    ),
    seed: options.seed,
  }
}

const pairAgreement = ({ a, b, scope }: PairScope): PairAgreement => ({
  ...scope.values(),
  a,
  b,
  articles: scope.articles.length,
  intervals: Object.fromEntries(MEASURES.map((measure) => [measure, null])) as PairAgreement['intervals'],
  aspects: Object.fromEntries(
    ASPECTS.map((aspect) => [aspect, { compared: 0, agreed: 0, kappa: null }]),
  ) as Aspects,
  byLabel: scope.valuesByLabel(),
})
