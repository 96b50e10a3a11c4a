import type { Gathered } from '#electron/brought/gathering.ts'
import { namedAnnotator } from '#electron/brought/named-annotator.ts'
import { HTML, readBrought } from '#electron/brought/reading.ts'
import { sourceFiles } from '#electron/brought/source-files.ts'
import { takeBrought } from '#electron/brought/taking.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { acquireLock } from '#electron/library/workspace-lock.ts'
import { counted } from '#shared/domain/counted.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import { adapterOf } from '#shared/format/interchange/adapters.ts'
import type { BroughtChoices, BroughtReport, RefusedRecord } from '#shared/ipc/exchange.ts'
import { atBulkDesk } from './bulk-desk.ts'
import { type Answer, type Command, type CommandInput, refusal, textOption, WrongUse } from './command.ts'
import { inWorkspace } from './in-workspace.ts'
import { labelsFrom } from './map-option.ts'

export const annotate: Command = {
  name: 'annotate',
  usage:
    '<workspace> --annotator N --from <file|folder> --format <id> [--whose A,B] [--map PER=actor,ORG=] [--suggest] [--existing-only] [--partial] [--json]',
  summary:
    'Imports annotations, and their texts where no article has them; nothing where anything is refused, unless --partial.',
  options: {
    annotator: { type: 'string' },
    from: { type: 'string' },
    format: { type: 'string' },
    map: { type: 'string' },
    whose: { type: 'string' },
    suggest: { type: 'boolean' },
    'existing-only': { type: 'boolean' },
    partial: { type: 'boolean' },
  },
  arguments: [1, 1],
  run: async (input) => {
    const asked = askedIn(input)
    return inWorkspace(async (workspace) => {
      const report = await annotated(workspace, asked, input)
      return report.ok ? answerOf(report.value) : refusal(report.problem.sentence)
    })(input)
  },
}

type Asked = {
  readonly annotator: string
  readonly from: string
  readonly format: string
  readonly choices: BroughtChoices
}

/** @throws {WrongUse} */
function askedIn(input: CommandInput): Asked {
  const needed = (name: string): string => {
    const value = textOption(input, name)
    if (!value) throw new WrongUse(`--${name} is missing`)
    return value
  }
  const { values } = input
  const format = needed('format')
  if (format === 'html') throw new WrongUse(HTML)
  if (!adapterOf(format)?.read) throw new WrongUse(`there is no format “${format}” that can be read`)
  return {
    annotator: needed('annotator'),
    from: needed('from'),
    format,
    choices: {
      labels: labelsFrom(textOption(input, 'map') ?? ''),
      as: { kind: values.suggest === true ? 'suggestions' : 'me' },
      from: whoseFrom(textOption(input, 'whose')),
      takesTexts: values['existing-only'] !== true,
      isPartial: values.partial === true,
    },
  }
}

/** Annotators of the files; null: all. */
const whoseFrom = (names: string | undefined): readonly string[] | null =>
  names === undefined ? null : names.split(',').flatMap((name) => name.trim() || [])

/** Under the workspace's lock, as one step that the annotator can undo in the app. */
async function annotated(
  workspace: Workspace,
  asked: Asked,
  input: CommandInput,
): Promise<Result<BroughtReport>> {
  const name = await namedAnnotator(workspace, asked.annotator)
  if (!name.ok) return name
  if (workspace.access.kind === 'read') return failed(workspace.access.sentence)
  const lock = await acquireLock(workspace.root)
  if (lock.kind === 'held') return failed('This workspace is open in Glosswright; close it there first.')
  try {
    const read = await readAll(workspace, asked, input)
    return read.ok ? await taken(workspace, name.value, read.value, { asked, input }) : read
  } finally {
    await lock.release()
  }
}

async function readAll(
  workspace: Workspace,
  { from, format }: Asked,
  { parser, signal, progress }: CommandInput,
): Promise<Result<Gathered>> {
  const source = await sourceFiles(from)
  if (!source.ok) return source
  const onProgress = ({ done, total }: { readonly done: number; readonly total: number }) =>
    progress(`Reading: ${Math.floor((100 * done) / Math.max(1, total))} %`)
  return readBrought(source.value, format, { workspace, parser, signal, onProgress })
}

async function taken(
  workspace: Workspace,
  annotator: string,
  gathered: Gathered,
  { asked, input }: { readonly asked: Asked; readonly input: CommandInput },
): Promise<Result<BroughtReport>> {
  try {
    return await atBulkDesk(workspace, annotator, input, (desk) =>
      takeBrought(gathered, asked.choices, { ...desk, workspace, annotator }),
    )
  } finally {
    await gathered.spool.close()
  }
}

function answerOf(report: BroughtReport): Answer {
  const { annotations, articles, newArticles, completed, same, differing, actors, refused } = report
  const told = (count: number, words: string) => (count > 0 ? [words] : [])
  const lines = [
    `${counted(annotations, 'annotation')} in ${counted(articles, 'article')}`,
    ...told(
      completed,
      `${counted(completed, 'annotation')} of them completed: they were there and said less`,
    ),
    ...told(newArticles, counted(newArticles, 'new article')),
    ...told(actors, counted(actors, 'new actor')),
    ...told(same, `${counted(same, 'annotation')} ${were(same)} there already`),
    ...told(
      differing,
      `${counted(differing, 'annotation')} ${were(differing)} there and ${says(differing)} something else`,
    ),
    ...(refused.length > 0 && annotations + newArticles === 0 ? ['Nothing was taken.'] : []),
  ]
  return {
    json: { ...report, refused: refused.map(rowOf) },
    lines,
    problems: refused.map(sentenceOf),
  }
}
const were = (count: number): string => (count === 1 ? 'was' : 'were')
const says = (count: number): string => (count === 1 ? 'says' : 'say')

const rowOf = ({ file, line, reason }: RefusedRecord) => ({
  file,
  ...(line === null ? {} : { line }),
  reason,
})

const sentenceOf = ({ file, line, reason }: RefusedRecord): string =>
  `refused  ${file}${line === null ? '' : `, line ${line}`}  ${reason}`
