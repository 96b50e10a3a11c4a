import type { ArticleAgreement, GroupAgreement, Measure } from '../agreement-report.ts'
import { comparingGroups, groupsOf, judged, membersOf } from '../aligning.ts'
import type { ActorMeant, Codings } from '../codings.ts'
import { differing } from '../differing.ts'
import type { Member } from '../mark-group.ts'
import { AspectCounts } from './aspects.ts'
import { between, type CodedArticle, codedArticle, labelsIn, withLabel } from './coded-article.ts'
import { continuumOf } from './continuum.ts'
import { f1 } from './f1.ts'
import { LabelSets } from './label-sets.ts'
import {
  GROUP_SCALES,
  groupTallies,
  PAIR_SCALES,
  pairTallies,
  unmarkedGroup,
  unmarkedPair,
} from './measuring.ts'
import { type ArticleParts, type Part, Scope } from './scope.ts'
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
  const views = viewsOf(article, corpus.sets)
  yield
  const members = membersIn(article, corpus.actorMeant)
  yield
  const f1s: Tallies<'exactF1' | 'overlapF1'>[] = []
  for (const pair of corpus.pairs) {
    const both = betweenTwo(views, pair)
    if (both.all.coders.length < 2) continue
    const parts = partsOf(both, pairTallies, unmarkedPair(tokensIn(article)))
    pair.scope.add(parts)
    f1s.push(parts.all.tallies)
    yield
    pair.aspects.add([marksOf(pair.a, members), marksOf(pair.b, members)], corpus.actorMeant)
    yield
  }
  corpus.group.add(partsOf(views, groupTallies, unmarkedGroup(tokensIn(article), article.coders.length)))
  yield
  corpus.articles.push({
    ...countsOf(codings, article, f1s),
    ...differencesIn([...members.values()], corpus.actorMeant),
  })
  yield
}

/** An article, and what has each label in it. */
type Views = { readonly all: CodedArticle; readonly byLabel: ReadonlyMap<string, CodedArticle> }

const viewsOf = (all: CodedArticle, sets: LabelSets): Views => ({
  all,
  byLabel: new Map(labelsIn(all).map((label) => [label, withLabel(all, label, sets)])),
})

function betweenTwo({ all, byLabel }: Views, { a, b }: PairCorpus): Views {
  const labels = Array.from(byLabel, ([label, view]) => [label, between(view, [a, b])] as const)
  return {
    all: between(all, [a, b]),
    byLabel: new Map(labels.filter(([, { coders }]) => coders.some(({ marks }) => marks.length > 0))),
  }
}

function partsOf<M extends string>(
  { all, byLabel }: Views,
  talliesOf: (article: CodedArticle) => Tallies<M>,
  unmarked: Tallies<M>,
): ArticleParts<M> {
  const partOf = (view: CodedArticle): Part<M> => ({
    tallies: talliesOf(view),
    continuum: continuumOf(view),
  })
  return {
    all: partOf(all),
    byLabel: new Map(Array.from(byLabel, ([label, view]) => [label, partOf(view)])),
    unmarked,
  }
}

const tokensIn = ({ coders }: CodedArticle): number => coders[0]?.codes.length ?? 0

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

/** By annotator what they marked. */
type Members = ReadonlyMap<string, readonly Member[]>

const membersIn = ({ coders }: CodedArticle, actorMeant: ActorMeant): Members =>
  new Map(
    coders.map(({ annotator, marks }) => [
      annotator,
      membersOf({ annotator, annotations: marks }, actorMeant),
    ]),
  )

const marksOf = (annotator: string, members: Members): readonly Member[] => members.get(annotator) ?? []

function differencesIn(
  members: readonly (readonly Member[])[],
  actorMeant: ActorMeant,
): Pick<ArticleCounts, 'differences' | 'groups'> {
  const groups = groupsOf(members)
  const comparing = comparingGroups(groups, actorMeant)
  const differences = groups.filter(
    (group) => group.size < members.length || differing(group.members.map(judged), comparing).length > 0,
  )
  return { differences: differences.length, groups: groups.length }
}
