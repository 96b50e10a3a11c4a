import { type ExportReport, exportAs } from '#electron/export/export-as.ts'
import { presetNamed } from '#electron/export/presets.ts'
import { counted } from '#shared/domain/counted.ts'
import { type Beside, besideWords, LOSS_KINDS, type Loss } from '#shared/format/interchange/losses.ts'
import { type Answer, type Command, type CommandInput, refusal, textOption, WrongUse } from './command.ts'
import { givenSettings, settingsOf } from './export-settings.ts'
import { inWorkspace } from './in-workspace.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export const exportCommand: Command = {
  name: 'export',
  usage:
    '<workspace> --format <id> --out <path> [--annotator N | --gold] [--text full|main] [--labels a,b] [--status done,new] [--articles ids] [--sure] [--rule longest|innermost|label|split] [--precedence a,b] [--options name=value] [--preset <name or id>] [--on-loss report|fail] [--json]',
  summary:
    'Writes the workspace, or what is wanted of it, in a format, and checks what was written: everybody’s annotations, gold’s among them, or by `--gold` what was adjudicated alone. `glosswright formats` tells the formats and their options.',
  options: {
    format: text,
    out: text,
    annotator: text,
    gold: flag,
    text,
    labels: text,
    status: text,
    articles: text,
    sure: flag,
    rule: text,
    precedence: text,
    options: text,
    preset: text,
    'on-loss': text,
  },
  arguments: [1, 1],
  run: async (input) => {
    const given = givenSettings(input)
    const preset = textOption(input, 'preset')
    const out = textOption(input, 'out')
    // Wrong use is told before anything is looked at.
    if (preset === undefined) settingsOf(given, null)
    if (!out) throw new WrongUse('--out is missing')
    return inWorkspace(async (workspace, { signal }) => {
      const base = preset === undefined ? null : await presetNamed(workspace, preset)
      if (base && !base.ok) return refusal(base.problem.sentence)
      const settings = settingsOf(given, base?.value.settings ?? null)
      const way = { out, signal, onProgress: progressOn(input) }
      const report = await exportAs(workspace, settings, way)
      return report.ok ? answerOf(report.value, out) : refusal(report.problem.sentence)
    })(input)
  },
}

const progressOn =
  ({ progress }: CommandInput) =>
  (done: number, total: number): void =>
    progress(`${Math.floor((100 * done) / total)} %`)

function answerOf({ format, articles, annotations, loss, beside }: ExportReport, out: string): Answer {
  return {
    json: { format, articles, annotations, loss, beside },
    lines: [`${counted(articles, 'article')}, ${counted(annotations, 'annotation')}: ${out}`],
    remarks: [...lossLines(loss), ...besideLines(beside)],
  }
}

/** Not in it: 12 nested, 3 links. */
function lossLines(loss: readonly Loss[]): readonly string[] {
  if (loss.length === 0) return []
  const counts = loss.map(({ kind, count }) => `${count} ${kind}`)
  const meanings = loss.map(({ kind, examples }) =>
    shortLine(`  ${kind}: ${LOSS_KINDS[kind][1]}, as ${examples.join('; ')}`),
  )
  return [`Not in it: ${counts.join(', ')}.`, ...meanings]
}

const besideLines = (beside: readonly Beside[]): readonly string[] =>
  beside.length === 0 ? [] : [`Also not in it: ${besideWords(beside)}.`]

const LONGEST_LINE = 100

/** Examples are for a glance: all of them are in the manifest and in `--json`. */
function shortLine(line: string): string {
  const characters = Array.from(line)
  return characters.length <= LONGEST_LINE ? line : `${characters.slice(0, LONGEST_LINE - 1).join('')}…`
}
