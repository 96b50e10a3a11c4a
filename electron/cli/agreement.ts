import { measureAgreement } from '#electron/review/agreement.ts'
import { counted } from '#shared/domain/counted.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import type { AgreementReport } from '#shared/review/agreement-report.ts'
import { agreementTables, type NumberTable } from '#shared/review/agreement-tables.ts'
import { caution, headline } from '#shared/review/agreement-words.ts'
import { type Command, type CommandInput, refusal, textOption, WrongUse } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

const DEFAULT_SEED = 1

export const agreement: Command = {
  name: 'agreement',
  usage: '<workspace> [--annotators a,b[,c]] [--seed N] [--json]',
  summary:
    'Measures how far annotators agree in the articles that two or more of them have opened; without --annotators all but the gold are compared.',
  options: { annotators: { type: 'string' }, seed: { type: 'string' } },
  arguments: [1, 1],
  run: async (input) => {
    const question = { annotators: givenAnnotators(input), seed: givenSeed(input) }
    return inWorkspace(async (workspace, { signal, progress }) => {
      const answer = await measureAgreement(workspace, {
        ...question,
        signal,
        onProgress: ({ done, total }) =>
          progress(total > 0 ? `${done} of ${total} articles read` : 'Measuring…'),
      })
      if (!answer) return refusal('The measuring was cancelled.')
      const { report, unread } = answer
      if (!report.ok) return { problems: [report.problem.sentence, ...unread] }
      const titleOf = (label: string) => shownLabel(workspace.manifest.scheme, label).title
      return {
        json: { ...report.value, unread },
        lines: linesOf(report.value, titleOf),
        problems: unread,
      }
    })(input)
  },
}

function givenAnnotators(input: CommandInput): readonly string[] | null {
  const names = textOption(input, 'annotators')
    ?.split(',')
    .map((name) => name.trim().normalize('NFC'))
  if (names?.includes('')) throw new WrongUse('--annotators is a list such as a,b')
  return names ?? null
}

function givenSeed(input: CommandInput): number {
  const given = textOption(input, 'seed')
  if (given === undefined) return DEFAULT_SEED
  if (/^\d{1,15}$/.test(given)) return Number(given)
  throw new WrongUse(`--seed is a whole number, such as ${DEFAULT_SEED}; “${given}” is none`)
}

function linesOf(report: AgreementReport, titleOf: (label: string) => string): readonly string[] {
  const held = caution(report)
  return [
    headline({ report, titleOf }),
    ...(held === null ? [] : [held]),
    `${counted(report.annotators.length, 'annotator')}, ${counted(report.articles, 'article')} that two or more of them have opened.`,
    ...agreementTables(report, titleOf).flatMap(tableLines),
  ]
}

/** Rows and characters of a cell; the rest is in `--json`. */
const MOST_ROWS = 60
const LONGEST_CELL = 60

/** The first column from the left, numbers from the right. */
function tableLines({ title, rows: all }: NumberTable): readonly string[] {
  const rows = all.slice(0, MOST_ROWS).map((row) => row.map(shortened))
  const left = all.length - rows.length
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))),
  )
  const lineOf = (row: readonly string[]): string =>
    row.map((cell, column) => padded(cell, widths[column] ?? 0, column === 0)).join('  ')
  return ['', title, ...rows.map(lineOf), ...(left > 0 ? [`… and ${left} more`] : [])]
}

function shortened(cell: string): string {
  const characters = Array.from(cell)
  return characters.length <= LONGEST_CELL ? cell : `${characters.slice(0, LONGEST_CELL - 1).join('')}…`
}

const lengthOf = (cell: string): number => Array.from(cell).length

function padded(cell: string, width: number, isFirst: boolean): string {
  const space = ' '.repeat(Math.max(0, width - lengthOf(cell)))
  return isFirst ? cell + space : space + cell
}
