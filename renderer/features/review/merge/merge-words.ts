import { counted } from '#shared/domain/counted.ts'
import type { MergePreview, MergeReport } from '#shared/ipc/merging.ts'

/** What is in a colleague's work. */
export function foundWords({ articlesHere, articlesNew, actors, annotators }: MergePreview): string {
  const sentences = [
    articlesNew > 0 && `${counted(articlesNew, 'article')} ${isOrAre(articlesNew)} new.`,
    articlesHere > 0 &&
      `${counted(articlesHere, 'article')} ${isOrAre(articlesHere)} here already, by ${articlesHere === 1 ? 'its text' : 'their texts'}.`,
    actors > 0 && `${counted(actors, 'actor')} ${isOrAre(actors)} new in the registry.`,
    annotators.length === 0 && 'Nobody has annotated anything in it.',
  ]
  return sentences.filter(Boolean).join(' ')
}

/** Why it cannot be merged as it is chosen; null when it can. */
export function mergeFault(
  { annotators, articlesNew, isNothingNew }: MergePreview,
  names: Readonly<Record<string, string>>,
): string | null {
  const chosen = Object.values(names).map((name) => name.trim())
  if (chosen.some((name) => name === '')) return 'Everybody whose work is merged needs a name.'
  const twin = chosen.find((name, index) => chosen.indexOf(name) !== index)
  if (twin !== undefined) return `Two annotators cannot both become “${twin}”.`
  const isAsProposed = annotators.every(({ name, as }) => (names[name] ?? as) === as)
  if (isNothingNew && isAsProposed) return 'Everything is here already: there is nothing to merge.'
  return chosen.length === 0 && annotators.length > 0 && articlesNew === 0 ? 'Nobody’s work is chosen.' : null
}

/** What a merge came to. */
export function outcomeWords(report: MergeReport): string {
  const { annotations, articles, changed, newArticles, actors, differing } = report
  if (annotations + articles + newArticles + actors === 0)
    return 'Everything was here already; nothing was changed.'
  const sentences = [
    `${counted(annotations, 'annotation')} ${isOrAre(annotations)} merged, in ${counted(articles, 'article')}.`,
    newArticles > 0 && `${counted(newArticles, 'article')} ${isOrAre(newArticles)} new.`,
    actors > 0 && `${counted(actors, 'actor')} ${isOrAre(actors)} new in the registry.`,
    changed > 0 &&
      `${counted(changed, 'annotation')} that ${changed === 1 ? 'was' : 'were'} here ${isOrAre(changed)} now as changed there since.`,
    differing > 0 &&
      `${counted(differing, 'annotation')} ${isOrAre(differing)} changed on both sides: both versions are kept, the older one marked unsure.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** The same once it was undone. */
export const undoneWords = ({ annotations, newArticles }: MergeReport): string =>
  `Undone: ${counted(annotations, 'annotation')} ${isOrAre(annotations)} taken back.${newArticles > 0 ? ' The new articles stay.' : ''}`

const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are')
