import type { Article, ArticleText } from './article.ts'
import { afterChoices, type Boilerplate } from './boilerplate.ts'
import { ruleSourceOf } from './cleaning-rule.ts'
import { METADATA_FIELDS, type Metadata } from './metadata.ts'
import type { Corrections } from './record.ts'
import { afterRules, type RuleMatcher } from './rule-matcher.ts'
import type { UnitedCleaning } from './united-cleaning.ts'

/**
 * An article as it stands: what was found at import, as the cleaning rules of its source and then the analyst's own
 * corrections have it. Whoever asks what an article is called or what of it is boilerplate asks here. Corrections and
 * rules are values that are replaced and never changed, so the answer is kept by their identity: it is worked out when one
 * of them is another, never for an annotation.
 */
export type StandingArticle = { readonly metadata: Metadata; readonly boilerplate: readonly Boilerplate[] }

export function standingArticle(
  { article, text }: ArticleText,
  corrections: Corrections,
  cleaning: UnitedCleaning,
): StandingArticle {
  const metadata = standingMetadata(article, corrections)
  const matcher = cleaning.matcherFor(ruleSourceOf(metadata))
  const choices = corrections.boilerplate
  const before = kept.get(article)
  const isSame = before?.text === text && before.matcher === matcher && before.choices === choices
  if (isSame && before.standing.metadata === metadata) return before.standing
  const ruled = matcher && !isSame ? afterRules(article.boilerplate, matcher(text)) : article.boilerplate
  const boilerplate = isSame ? before.standing.boilerplate : choices ? afterChoices(ruled, choices) : ruled
  const standing = { metadata, boilerplate }
  kept.set(article, { text, matcher, choices, standing })
  return standing
}

type Kept = {
  readonly text: string
  readonly matcher: RuleMatcher | null
  readonly choices: Corrections['boilerplate']
  readonly standing: StandingArticle
}
const kept = new WeakMap<Article, Kept>()

/** The metadata with what was corrected of it. */
export function standingMetadata(article: Pick<Article, 'metadata'>, corrections: Corrections): Metadata {
  const before = keptMetadata.get(corrections)
  if (before?.found === article.metadata) return before.metadata
  const { boilerplate: _, ...said } = corrections
  const metadata = Object.keys(said).length === 0 ? article.metadata : { ...article.metadata, ...said }
  keptMetadata.set(corrections, { found: article.metadata, metadata })
  return metadata
}

const keptMetadata = new WeakMap<Corrections, { readonly found: Metadata; readonly metadata: Metadata }>()

/** What several annotators correct together: of each field, and of each range, the word of the first who says one. */
export function unitedCorrections(all: readonly Corrections[]): Corrections {
  const fields = METADATA_FIELDS.flatMap((field) => {
    const first = all.find((one) => one[field] !== undefined)
    return first ? [[field, first[field]]] : []
  })
  // The last choice about a range holds.
  const boilerplate = all.toReversed().flatMap((one) => one.boilerplate ?? [])
  return { ...Object.fromEntries(fields), ...(boilerplate.length > 0 ? { boilerplate } : {}) }
}
