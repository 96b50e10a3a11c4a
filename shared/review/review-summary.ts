import type { Annotation } from '#shared/domain/annotation.ts'
import { counted } from '#shared/domain/counted.ts'
import { markdownLine } from '#shared/domain/markdown-line.ts'
import type { Judgement } from '#shared/domain/review.ts'
import { type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import { markIn, type Standing } from './mark-standing.ts'
import { judgementWords } from './outcome-words.ts'
import type { Thread } from './threads.ts'

/**
 * What a review has found, for the annotator to read wherever text can be read: Markdown. First the numbers, then article
 * by article what is to be changed, what was rejected and what was said; what was accepted needs no word.
 */
export type SummaryOf = {
  readonly annotator: string
  readonly workspace: string
  readonly scheme: Scheme
  /** ISO 8601, UTC. */
  readonly now: string
}

export type SummedArticle = {
  readonly title: string
  readonly text: string
  /** Of all marks that are there, and of those that were judged and are gone. */
  readonly standings: ReadonlyMap<string, Standing>
  readonly threads: readonly Thread[]
}

export function reviewSummary(of: SummaryOf, articles: readonly SummedArticle[]): string {
  const standings = articles.flatMap((article) => [...article.standings.values()])
  const reviewers = new Set(standings.flatMap(({ judgements }) => judgements.map(({ by }) => by)))
  const by = [...reviewers].sort().map(markdownLine).join(', ') || 'nobody yet'
  const told = articles.flatMap((article) => articleLines(article, of))
  const lines = [
    `# Review of ${markdownLine(of.annotator)}’s work`,
    '',
    `“${markdownLine(of.workspace)}”, ${of.now.slice(0, 10)}. Reviewed by ${by}.`,
    '',
    ...countTable(standings, of.scheme),
    '',
    ...(told.length > 0 ? told : ['There is nothing to change and nothing to answer.', '']),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

const COUNTED = ['accepted', 'changed', 'rejected', 'open'] as const

function countTable(standings: readonly Standing[], scheme: Scheme): readonly string[] {
  const labels = [...new Set(standings.map(({ mark }) => mark.label))].sort()
  const row = (title: string, those: readonly Standing[]) =>
    `| ${[title, those.length, ...COUNTED.map((outcome) => having(those, outcome))].join(' | ')} |`
  return [
    '| Label | Marks | Accepted | To change | Rejected | Not judged |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...labels.map((label) =>
      row(
        markdownLine(shownLabel(scheme, label).title),
        standings.filter(({ mark }) => mark.label === label),
      ),
    ),
    row('All', standings),
  ]
}

const having = (standings: readonly Standing[], outcome: Standing['outcome']): number =>
  standings.filter((one) => one.outcome === outcome).length

function articleLines(article: SummedArticle, of: SummaryOf): readonly string[] {
  const all = [...article.standings.values()]
  const told = (outcome: Standing['outcome'], title: string) =>
    part(
      title,
      all.filter((one) => one.outcome === outcome).flatMap((standing) => judgedLines(standing, article, of)),
    )
  const parts = [
    ...told('changed', 'To change'),
    ...told('rejected', 'Rejected'),
    ...told('discuss', 'To discuss'),
    ...part(
      'Comments',
      article.threads.flatMap((thread) => threadLines(thread, article, of)),
    ),
  ]
  if (parts.length === 0) return []
  const accepted = having(all, 'accepted')
  const note = accepted > 0 ? [`${counted(accepted, 'mark')} accepted as they are.`, ''] : []
  return [`## ${markdownLine(article.title)}`, '', ...note, ...parts]
}

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [`### ${title}`, '', ...lines, ''] : []

function judgedLines(standing: Standing, article: SummedArticle, of: SummaryOf): readonly string[] {
  const { judgements, mark, contradicting } = standing
  const judged = (judgements[0] && markIn(judgements[0], mark.id)?.as) ?? mark
  return [
    `- ${named(judged, article, of)}${SINCE[standing.since]}`,
    ...judgements.map((judgement) => `  - ${saidBy(judgement, article, of)}`),
    ...(contradicting.length > 0 ? ['  - They do not say the same.'] : []),
  ]
}

const SINCE = { same: '', followed: ' (done since)', outdated: ' (changed since)' } as const

function saidBy(judgement: Judgement, { text }: SummedArticle, { scheme }: SummaryOf): string {
  const { by, reason } = judgement
  const words = judgementWords(judgement, { text, scheme })
  return markdownLine(`${by} ${words}.${reason ? ` ${reason}` : ''}`)
}

function threadLines(thread: Thread, article: SummedArticle, of: SummaryOf): readonly string[] {
  const { about, comments, isResolved } = thread
  const mark = about.id === null ? undefined : article.standings.get(about.id)?.mark
  const on =
    about.id === null ? 'The article as a whole' : mark ? named(mark, article, of) : 'A mark that is gone'
  return [
    `- ${on}${isResolved ? ' (resolved)' : ''}`,
    ...comments.map(({ by, text, created, kind }) => {
      const words = text ? markdownLine(text) : kind === 'resolved' ? 'resolved' : 'opened again'
      return `  - ${markdownLine(by)}, ${created.slice(0, 10)}: ${words}`
    }),
  ]
}

const named = (mark: Annotation, { text }: SummedArticle, { scheme }: SummaryOf): string =>
  `**${markdownLine(shownLabel(scheme, mark.label).title)}** “${markdownLine(shortQuoteOf(text, mark))}”`
