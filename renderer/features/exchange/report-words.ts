import { counted } from '#shared/domain/counted.ts'
import type { BroughtReport } from '#shared/ipc/exchange.ts'

type Report = Omit<BroughtReport, 'refused'>

/** What an import came to. */
export function reportWords(report: Report): string {
  const { newArticles, completed, same, differing, actors } = report
  const sentences = [
    `${takenOf(report)} taken.`,
    newArticles > 0 && `${counted(newArticles, 'article')} ${isOrAre(newArticles)} new.`,
    completed > 0 &&
      `${shown(completed)} of them ${wasOrWere(completed)} here already and now ${completed === 1 ? 'says' : 'say'} more.`,
    same > 0 && `${shown(same)} ${wasOrWere(same)} here already.`,
    differing > 0 &&
      `${shown(differing)} ${wasOrWere(differing)} here already but ${differing === 1 ? 'says' : 'say'} something else in the files, and ${isOrAre(differing)} left as ${differing === 1 ? 'it is' : 'they are'}.`,
    actors > 0 && `${counted(actors, 'actor')} ${isOrAre(actors)} new in the registry.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** The same once it was undone. */
export const takenBackWords = (report: Report): string => `Undone: ${takenOf(report)} taken back.`

const takenOf = ({ annotations, articles }: Report): string =>
  `${counted(annotations, 'annotation')} on ${counted(articles, 'article')} ${isOrAre(annotations)}`

const shown = (count: number): string => count.toLocaleString('en')
const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are')
const wasOrWere = (count: number): string => (count === 1 ? 'was' : 'were')
