import { exportDataset } from '#electron/export/dataset.ts'
import { type Command, type CommandInput, refusal, textOption, WrongUse } from './command.ts'
import { FORMATS } from './formats.ts'
import { inWorkspace } from './in-workspace.ts'

/** The annotator whose annotations are the agreed ones. */
const GOLD = 'gold'

export const exportCommand: Command = {
  name: 'export',
  usage: '<workspace> --format <id> --out <path> [--annotator N | --gold] [--on-loss report|fail] [--json]',
  summary: 'Writes the workspace as a dataset, and checks what was written.',
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
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
      const { articles, annotations } = report.value
      return {
        json: report.value,
        lines: [`${articles} articles, ${annotations} annotations: ${wanted.out}`],
      }
    })(input)
  },
}

/** @throws {WrongUse} */
function wantedExport(input: CommandInput): { readonly out: string; readonly annotator?: string } {
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
  return annotator === undefined ? { out } : { out, annotator }
}
