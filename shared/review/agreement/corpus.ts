import type { ArticleAgreement, GroupAgreement, Measure } from '../agreement-report.ts'
import { alignMarks } from '../aligning.ts'
import type { ActorMeant, Coding, Codings } from '../codings.ts'
import { AspectCounts } from './aspects.ts'
import {
  between,
  type CodedArticle,
  codedArticle,
  labelsIn,
  withLabel,
  withoutMarks,
} from './coded-article.ts'
import { continuumOf } from './continuum.ts'
import { f1 } from './f1.ts'
import { LabelSets } from './label-sets.ts'
import { GROUP_SCALES, groupTallies, PAIR_SCALES, pairTallies } from './measuring.ts'
import { type Part, Scope } from './scope.ts'
import { sumOf, type Tallies } from './tally.ts'

/** What is known of the articles that have come so far; their texts and marks are not kept. */
export type Corpus = {
  readonly actorMeant: ActorMeant
  readonly annotators: readonly string[]
  readonly sets: LabelSets
  readonly pairs: readonly PairCorpus[]
  readonly group: Scope<keyof GroupAgreement>
  /** As many as the group has, in their order. */
  readonly articles: ArticleCounts[]
}

export type PairCorpus = {
  readonly a: string
  readonly b: string
  readonly scope: Scope<Measure>
  readonly aspects: AspectCounts
}

/** What γ and α say of an article is with the group. */
export type ArticleCounts = Omit<ArticleAgreement, 'alpha' | 'gamma'>

export const emptyCorpus = (annotators: readonly string[], actorMeant: ActorMeant): Corpus => ({
  actorMeant,
  annotators,
  sets: new LabelSets(),
  pairs: annotators.flatMap((a, i) => annotators.slice(i + 1).map((b) => emptyPair(a, b))),
  group: new Scope(GROUP_SCALES),
  articles: [],
})

const emptyPair = (a: string, b: string): PairCorpus => ({
  a,
  b,
  scope: new Scope(PAIR_SCALES),
  aspects: new AspectCounts(),
})

/** Takes an article in; one that fewer than two have opened says nothing. */
export function* takeArticle(corpus: Corpus, codings: Codings): Generator<void, void> {
  const article = codedArticle(codings, corpus.annotators, corpus.sets)
  if (article.coders.length < 2) return
  yield
  const f1s: Tallies<'exactF1' | 'overlapF1'>[] = []
  for (const { a, b, scope, aspects } of corpus.pairs) {
    const both = between(article, [a, b])
    if (both.coders.length < 2) continue
    f1s.push(addTo(scope, both, { sets: corpus.sets, talliesOf: pairTallies }))
    aspects.add(codingsOf(both) as readonly [Coding, Coding], corpus.actorMeant)
    yield
  }
  addTo(corpus.group, article, { sets: corpus.sets, talliesOf: groupTallies })
  corpus.articles.push({ ...countsOf(codings, article, f1s), ...differencesIn(article, corpus.actorMeant) })
  yield
}

type Tallying<M extends string> = {
  readonly sets: LabelSets
  readonly talliesOf: (article: CodedArticle) => Tallies<M>
}

function addTo<M extends string>(
  scope: Scope<M>,
  article: CodedArticle,
  { sets, talliesOf }: Tallying<M>,
): Tallies<M> {
  const partOf = (part: CodedArticle): Part<M> => ({
    tallies: talliesOf(part),
    continuum: continuumOf(part),
  })
  const all = partOf(article)
  const byLabel = new Map(labelsIn(article).map((label) => [label, partOf(withLabel(article, label, sets))]))
  scope.add({ all, byLabel, unmarked: talliesOf(withoutMarks(article)) })
  return all.tallies
}

function countsOf(
  { articleId, title }: Codings,
  { coders }: CodedArticle,
  f1s: readonly Tallies<'exactF1' | 'overlapF1'>[],
): Omit<ArticleCounts, 'differences' | 'groups'> {
  return {
    articleId,
    title,
    annotators: coders.map(({ annotator }) => annotator),
    exactF1: f1(sumOf(f1s.map(({ exactF1 }) => exactF1))),
    overlapF1: f1(sumOf(f1s.map(({ overlapF1 }) => overlapF1))),
  }
}

function differencesIn(
  article: CodedArticle,
  actorMeant: ActorMeant,
): Pick<ArticleCounts, 'differences' | 'groups'> {
  const groups = alignMarks(codingsOf(article), actorMeant)
  return { differences: groups.filter(({ kind }) => kind !== 'same').length, groups: groups.length }
}

const codingsOf = ({ coders }: CodedArticle): readonly Coding[] =>
  coders.map(({ annotator, marks }) => ({ annotator, annotations: marks }))
