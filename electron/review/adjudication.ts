import { readArticle } from '#electron/library/articles.ts'
import type { ArticleEdit } from '#electron/library/bulk-file.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { readRecord } from '#electron/library/records.ts'
import { readReview } from '#electron/library/reviews.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Breath } from '#electron/survey/breath.ts'
import { GOLD } from '#shared/domain/review.ts'
import { shortQuote } from '#shared/domain/short-quote.ts'
import type { AdjudicatedArticle, BulkRule, RulePreview } from '#shared/ipc/adjudication.ts'
import { adjudication, type Deciding } from '#shared/review/adjudicating.ts'
import { alignMarks } from '#shared/review/aligning.ts'
import { decidedByRule, type Ruled } from '#shared/review/bulk-deciding.ts'
import type { ActorMeant, Codings } from '#shared/review/codings.ts'
import type { Alignment } from '#shared/review/differences.ts'
import { Gold } from '#shared/review/gold.ts'
import { comparingIn } from '#shared/review/mark-versions.ts'
import { settledCounts } from '#shared/review/settled-counts.ts'
import { readActorMeant } from './actor-meant.ts'
import { codingsIn } from './codings.ts'

/** Everybody's marks of one article, aligned, and what is settled of them. */
type ToSettle = {
  readonly codings: Codings
  readonly alignments: readonly Alignment[]
  readonly gold: Gold
  readonly actorMeant: ActorMeant
}

/** Null where gold cannot be read. Throws system errors. */
async function toSettleIn(
  workspace: Workspace,
  codings: Codings,
  actorMeant: ActorMeant,
): Promise<ToSettle | null> {
  const gold = await readGold(workspace, codings)
  return gold && { codings, gold, actorMeant, alignments: alignMarks(codings.annotators, actorMeant) }
}

/** One article after the other that two or more of these annotators have opened, where gold can be read. Throws system errors. */
async function* toSettle(workspace: Workspace, annotators: readonly string[]): AsyncGenerator<ToSettle> {
  const { actorMeant } = await readActorMeant(workspace)
  const shelf = await codingsIn(workspace, { annotators, fewest: 2 })
  const breath = new Breath()
  for await (const { codings } of shelf.articles()) {
    const one = codings && (await toSettleIn(workspace, codings, actorMeant))
    if (one) yield one
    await breath.ifDue()
  }
}

/** What is settled of an article; null where that cannot be read. */
async function readGold(workspace: Workspace, { articleId, annotators }: Codings): Promise<Gold | null> {
  const looked = lookedAt(workspace)
  const source = await readArticle(looked, articleId)
  if (!source.ok) return null
  const [record, review] = await Promise.all([
    readRecord(looked, GOLD, source.value),
    readReview(looked, GOLD, source.value),
  ])
  if (record.kind !== 'ok' || review.kind !== 'ok') return null
  return new Gold(record.document, review.document, annotators)
}

/** How far the adjudication of an article is; null where gold cannot be read. Throws system errors. */
export async function adjudicatedArticle(
  workspace: Workspace,
  codings: Codings,
  actorMeant: ActorMeant,
): Promise<AdjudicatedArticle | null> {
  const one = await toSettleIn(workspace, codings, actorMeant)
  if (!one) return null
  const { gold, alignments } = one
  const { articleId, title } = codings
  const annotators = codings.annotators.map(({ annotator }) => annotator)
  const counts = settledCounts(alignments, (alignment) => gold.standingOf(alignment))
  const { groups, settled: decided, discussed, open } = counts
  return {
    articleId,
    title,
    annotators,
    groups,
    decided,
    discussed,
    open,
    isDone: gold.record.status === 'done',
  }
}

const MOST_EXAMPLES = 8

type RuledArticle = ToSettle & { readonly ruled: Ruled }

async function* ruledArticles(
  workspace: Workspace,
  annotators: readonly string[],
  rule: BulkRule,
): AsyncGenerator<RuledArticle> {
  for await (const one of toSettle(workspace, annotators)) {
    const { codings, gold, alignments, actorMeant } = one
    if (rule.articles && !rule.articles.includes(codings.articleId)) continue
    const comparing = comparingIn(alignments, actorMeant)
    yield { ...one, ruled: decidedByRule(gold, alignments, rule, comparing) }
  }
}

/** What a rule would decide; changes nothing. Throws system errors. */
export async function previewOfRule(
  workspace: Workspace,
  annotators: readonly string[],
  rule: BulkRule,
): Promise<RulePreview> {
  const examples: RulePreview['examples'][number][] = []
  const counts = { groups: 0, articles: 0, left: 0 }
  for await (const { codings, ruled } of ruledArticles(workspace, annotators, rule)) {
    counts.left += ruled.left
    counts.groups += ruled.decisions.length
    if (ruled.decisions.length > 0) counts.articles++
    const { title, text } = codings
    for (const { alignment } of ruled.decisions.slice(0, MOST_EXAMPLES - examples.length)) {
      const label = alignment.marks[0]?.as.label ?? ''
      examples.push({ title, label, quote: shortQuote(text, alignment.span) })
    }
  }
  return { ...counts, examples }
}

/** The edits of gold's records and judgements that a rule comes to. Throws system errors. */
export async function* editsOfRule(
  workspace: Workspace,
  annotators: readonly string[],
  rule: BulkRule,
  deciding: Deciding,
): AsyncGenerator<ArticleEdit> {
  for await (const { codings, gold, ruled } of ruledArticles(workspace, annotators, rule)) {
    if (ruled.decisions.length === 0) continue
    yield { articleId: codings.articleId, edit: adjudication(gold, ruled.decisions, deciding) }
  }
}
