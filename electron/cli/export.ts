import { type ExportOptions, exportDataset } from '#electron/export/dataset.ts'
import { DATASET_TEXTS, type DatasetText } from '#shared/format/dataset.ts'
import { type Command, type CommandInput, refusal, textOption, WrongUse } from './command.ts'
import { FORMATS } from './formats.ts'
import { inWorkspace } from './in-workspace.ts'

/** The annotator whose annotations are the agreed ones. */
const GOLD = 'gold'

export const exportCommand: Command = {
  name: 'export',
  usage:
    '<workspace> --format <id> --out <path> [--text full|main] [--annotator N | --gold] [--on-loss report|fail] [--json]',
  summary: 'Writes the workspace as a dataset, and checks what was written.',
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    text: { type: 'string' },
    annotator: { type: 'string' },
    gold: { type: 'boolean' },
    'on-loss': { type: 'string' },
  },
  arguments: [1, 1],
  run: async (input) => {
    const wanted = wantedExport(input)
    return inWorkspace(async (workspace, { progress, signal }) => {
      const onProgress = (done: number, total: number): void => progress(`[${done + 1}/${total}]`)
      const report = await exportDataset(workspace, { ...wanted, onProgress, signal })
      if (!report.ok) return refusal(report.problem.sentence)
      const { articles, annotations, loss } = report.value
      return {
        json: report.value,
        lines: [`${articles} articles, ${annotations} annotations: ${wanted.out}`],
        remarks: loss.map(({ kind, count }) => `Not in it: ${count} ${kind}.`),
      }
    })(input)
  },
}

type WantedExport = Pick<ExportOptions, 'out' | 'annotator' | 'text' | 'failsOnLoss'>

/** @throws {WrongUse} */
function wantedExport(input: CommandInput): WantedExport {
  const format = textOption(input, 'format')
  const out = textOption(input, 'out')
  const named = textOption(input, 'annotator')
  const onLoss = textOption(input, 'on-loss') ?? 'report'
  if (format === undefined) throw new WrongUse('--format is missing')
  if (!FORMATS.some(({ id, writes }) => id === format && writes))
    throw new WrongUse(`unknown format “${format}”`)
  if (!out) throw new WrongUse('--out is missing')
  if (!['report', 'fail'].includes(onLoss)) throw new WrongUse('--on-loss is “report” or “fail”')
  if (named !== undefined && input.values.gold)
    throw new WrongUse('--annotator and --gold exclude each other')
  const annotator = input.values.gold ? GOLD : named
  const wanted = { out, text: wantedText(input), failsOnLoss: onLoss === 'fail' }
  return annotator === undefined ? wanted : { ...wanted, annotator }
}

function wantedText(input: CommandInput): DatasetText {
  const named = textOption(input, 'text') ?? 'full'
  const text = DATASET_TEXTS.find((one) => one === named)
  if (text === undefined) throw new WrongUse('--text is “full” or “main”')
  return text
}
