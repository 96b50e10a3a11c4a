import type { BroughtReport } from '#shared/ipc/exchange.ts'
import { counted } from './counted.ts'

type Report = Omit<BroughtReport, 'refused'>

/** What an import came to. */
export function reportWords(report: Report): string {
  const { newArticles, same } = report
  const sentences = [
    `${takenOf(report)} taken.`,
    newArticles > 0 && `${counted(newArticles, 'article')} ${newArticles === 1 ? 'is' : 'are'} new.`,
    same > 0 && `${same.toLocaleString('en')} ${wereIn(same)} here already.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** The same once it was undone. */
export const takenBackWords = (report: Report): string => `Undone: ${takenOf(report)} taken back.`

const takenOf = ({ annotations, articles }: Report): string =>
  `${counted(annotations, 'annotation')} on ${counted(articles, 'article')} ${annotations === 1 ? 'is' : 'are'}`

const wereIn = (count: number): string => (count === 1 ? 'was' : 'were')
