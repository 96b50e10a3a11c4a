import { type ImportOutcome, importPaths } from '#electron/import/import-files.ts'
import { type Command, refusal } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

export const importCommand: Command = {
  name: 'import',
  usage: '<workspace> <file|folder>... [--json]',
  summary: 'Adds articles: .txt and .md files, and those in folders.',
  options: {},
  arguments: [2, Number.POSITIVE_INFINITY],
  run: inWorkspace(async (workspace, { positionals, progress, signal }) => {
    if (workspace.access.kind === 'read') return refusal(workspace.access.sentence)
    const { files, notTried } = await importPaths(workspace, positionals.slice(1), {
      onProgress: ({ done, total, path }) => progress(`[${done + 1}/${total}] ${path}`),
      signal,
    })
    const left = notTried > 0 ? [`The import was stopped; ${notTried} files were not tried.`] : []
    return { json: { files }, lines: files.flatMap(lineOf), problems: [...files.flatMap(problemOf), ...left] }
  }),
}

const lineOf = ({ outcome, path, articleId }: ImportOutcome): string[] =>
  outcome === 'failed' ? [] : [`${outcome}  ${path}  ${articleId}`]

const problemOf = ({ path, reason }: ImportOutcome): string[] =>
  reason === undefined ? [] : [`failed  ${path}  ${reason}`]
