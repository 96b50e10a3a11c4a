import { compareByTitle } from '#shared/domain/article.ts'
import { type Corpus, emptyCorpus, type PairCorpus, takeArticle } from './agreement/corpus.ts'
import type { AgreementReport, ArticleAgreement, PairAgreement } from './agreement-report.ts'
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
  { annotators, seed, actorMeant }: AgreementOptions,
): Generator<void, AgreementReport> {
  const corpus = emptyCorpus(annotators, actorMeant)
  for (const article of codings) yield* takeArticle(corpus, article)
  yield* corpus.group.drawGamma('gamma', { seed, rounds: SAMPLES_EACH })
  const pairs: PairAgreement[] = []
  for (const pair of corpus.pairs) {
    yield* pair.scope.drawGamma('gamma', { seed, rounds: annotators.length === 2 ? SAMPLES_EACH : 0 })
    pairs.push(yield* pairAgreement(pair, seed))
  }
  return {
    ...corpus.group.values(),
    annotators,
    articles: corpus.articles.length,
    pairs,
    intervals: yield* corpus.group.intervals(seed),
    byLabel: corpus.group.valuesByLabel(),
    byArticle: articlesOf(corpus),
    seed,
  }
}

/** Of chance for each article, as it is shown with a γ of its own. Where two annotators are all, they are the same for both. */
const SAMPLES_EACH = 10

function* pairAgreement({ a, b, scope, aspects }: PairCorpus, seed: number): Generator<void, PairAgreement> {
  return {
    ...scope.values(),
    a,
    b,
    articles: scope.articles,
    intervals: yield* scope.intervals(seed),
    aspects: aspects.aspects(),
    byLabel: scope.valuesByLabel(),
  }
}

function articlesOf({ articles, group }: Corpus): readonly ArticleAgreement[] {
  const [alphas, gammas] = [group.articleValues('alpha'), group.articleValues('gamma')]
  return articles
    .map((article, i) => ({ ...article, alpha: alphas[i] ?? null, gamma: gammas[i] ?? null }))
    .sort(compareByDifferences)
}

/** Most differences first; of as many, the least alike first. */
const compareByDifferences = (a: ArticleAgreement, b: ArticleAgreement): number =>
  b.differences - a.differences ||
  (a.exactF1 ?? 1) - (b.exactF1 ?? 1) ||
  compareByTitle({ id: a.articleId, title: a.title }, { id: b.articleId, title: b.title })
