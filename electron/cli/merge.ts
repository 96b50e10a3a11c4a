import { personName } from '#electron/library/ids.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { acquireLock } from '#electron/library/workspace-lock.ts'
import { type Colleague, openColleague } from '#electron/merging/colleague.ts'
import { mergePreview } from '#electron/merging/merge-preview.ts'
import { takeMerge } from '#electron/merging/taking-merge.ts'
import { counted } from '#shared/domain/counted.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { RefusedRecord } from '#shared/ipc/exchange.ts'
import type { MergedAnnotator, MergePreview, MergeReport } from '#shared/ipc/merging.ts'
import { atBulkDesk } from './bulk-desk.ts'
import { type Answer, type Command, type CommandInput, refusal, textOption, WrongUse } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

export const merge: Command = {
  name: 'merge',
  usage: '<workspace> <folder|zip|file> [--annotator N] [--as old=new,…] [--dry-run] [--json]',
  summary:
    'Merges a colleague’s workspace, an archive of one or an exported dataset; --annotator can undo it in the app.',
  options: {
    annotator: { type: 'string' },
    as: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  arguments: [2, 2],
  run: async (input) => {
    const as = namesFrom(textOption(input, 'as') ?? '')
    return inWorkspace(async (workspace) => {
      const done = await merged(workspace, as, input)
      return done.ok ? done.value : refusal(done.problem.sentence)
    })(input)
  },
}

type Names = ReadonlyMap<string, string>

/** @throws {WrongUse} */
function namesFrom(text: string): Names {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '')
  return new Map(
    pairs.map((pair) => {
      const [name = '', as = ''] = pair.split('=').map((part) => part.trim())
      if (!name || !as) throw new WrongUse(`“${pair}” does not say who gets which name: --as old=new`)
      return [name, as]
    }),
  )
}

/** Under the workspace's lock, as one step. */
async function merged(workspace: Workspace, as: Names, input: CommandInput): Promise<Result<Answer>> {
  const [, path = ''] = input.positionals
  const annotator = personName(textOption(input, 'annotator') ?? 'merge')
  if (!annotator.ok) return annotator
  if (workspace.access.kind === 'read') return failed(workspace.access.sentence)
  const lock = await acquireLock(workspace.root)
  if (lock.kind === 'held') return failed('This workspace is open in Glosswright; close it there first.')
  try {
    const { parser, signal } = input
    const colleague = await openColleague(path, { ours: workspace, parser, signal })
    if (!colleague.ok) return colleague
    try {
      return await mergedFrom(colleague.value, { workspace, annotator: annotator.value, as, input })
    } finally {
      await colleague.value.close()
    }
  } finally {
    await lock.release()
  }
}

type Asked = {
  readonly workspace: Workspace
  readonly annotator: string
  readonly as: Names
  readonly input: CommandInput
}

async function mergedFrom(colleague: Colleague, asked: Asked): Promise<Result<Answer>> {
  const { workspace, annotator, as, input } = asked
  const onProgress = ({ done, total }: { readonly done: number; readonly total: number }) =>
    input.progress(`Reading: ${done} of ${counted(total, 'article')}`)
  const preview = await mergePreview(colleague, { workspace, annotator, signal: input.signal, onProgress })
  if (!preview.ok) return preview
  const names = Object.fromEntries(
    preview.value.annotators.map(({ name, as: own }) => [name, as.get(name) ?? own]),
  )
  for (const name of as.keys())
    if (!Object.hasOwn(names, name)) return failed(`“${colleague.name}” has no annotator “${name}”.`)
  if (input.values['dry-run'] === true) return ok(previewAnswer(preview.value, names))
  const report = await taken(colleague, names, asked)
  return report.ok ? ok(reportAnswer(report.value, names)) : report
}

const taken = (
  colleague: Colleague,
  names: Readonly<Record<string, string>>,
  { workspace, annotator, input }: Asked,
): Promise<Result<MergeReport>> =>
  atBulkDesk(workspace, annotator, input, (desk) =>
    takeMerge(colleague, { names }, { ...desk, workspace, onProgress: () => undefined }),
  )

function previewAnswer(preview: MergePreview, names: Readonly<Record<string, string>>): Answer {
  const { articlesNew, articlesHere, annotators, actors, scheme, refused } = preview
  return {
    json: { ...preview, annotators: annotators.map((one) => ({ ...one, as: names[one.name] })) },
    lines: [
      `${counted(articlesNew, 'new article')}, ${articlesHere} here already`,
      ...annotators.map((one) => annotatorLine(one, names[one.name] ?? one.as)),
      ...(actors > 0 ? [counted(actors, 'new actor')] : []),
      ...scheme,
      'Nothing was merged: this was a dry run.',
    ],
    problems: refused.map(sentenceOf),
  }
}

function annotatorLine({ name, as: own, isHere, ...counts }: MergedAnnotator, as: string): string {
  const { articles, added, changed, same, differing } = counts
  const told = changed > 0 ? `, ${changed} changed there` : ''
  const whose = `${as === name ? name : `${name} as ${as}`}${as === own && isHere ? ', who is here already' : ''}`
  return `${whose}: ${counted(added, 'new annotation')} in ${counted(articles, 'article')}, ${same} the same, ${differing} differing${told}`
}

function reportAnswer(report: MergeReport, names: Readonly<Record<string, string>>): Answer {
  const { annotations, articles, changed, newArticles, actors, differing, refused } = report
  const told = (count: number, words: string) => (count > 0 ? [words] : [])
  return {
    json: { ...report, names },
    lines: [
      `${counted(annotations, 'annotation')} in ${counted(articles, 'article')}`,
      ...told(newArticles, counted(newArticles, 'new article')),
      ...told(actors, counted(actors, 'new actor')),
      ...told(changed, `${counted(changed, 'annotation')} as changed there since`),
      ...told(differing, `${counted(differing, 'annotation')} kept in both versions, since they differ`),
      ...Object.entries(names).flatMap(([name, as]) => (name === as ? [] : [`“${name}” is “${as}” here`])),
    ],
    problems: refused.map(sentenceOf),
  }
}

const sentenceOf = ({ file, reason }: RefusedRecord): string => `refused  ${file}  ${reason}`
