import { importPaths } from '#electron/import/import-files.ts'
import type { ImportOutcome } from '#electron/import/import-outcome.ts'
import { type Command, refusal } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

export const importCommand: Command = {
  name: 'import',
  usage: '<workspace> <file|folder>... [--json]',
  summary: 'Adds articles: files of all kinds that “formats” lists, and those in folders and archives.',
  options: {},
  arguments: [2, Number.POSITIVE_INFINITY],
  run: inWorkspace(async (workspace, { positionals, progress, signal, parser }) => {
    if (workspace.access.kind === 'read') return refusal(workspace.access.sentence)
    const { files, notTried, skipped } = await importPaths(workspace, positionals.slice(1), {
      onProgress: ({ done, total, path }) => progress(`[${done + 1}/${total}] ${path}`),
      signal,
      parser,
    })
    const left = notTried > 0 ? [`The import was stopped; ${notTried} files were not tried.`] : []
    const out =
      skipped > 0 ? [`${skipped} files in folders are of no kind that can be read; they were left out.`] : []
    return {
      json: { files: files.map(({ name: _, ...row }) => row) },
      lines: [...files.flatMap(lineOf), ...out],
      problems: [...files.flatMap(problemOf), ...left],
    }
  }),
}

const lineOf = ({ outcome, path, articleId }: ImportOutcome): string[] =>
  outcome === 'failed' ? [] : [`${outcome}  ${path}  ${articleId}`]

const problemOf = ({ path, reason }: ImportOutcome): string[] =>
  reason === undefined ? [] : [`failed  ${path}  ${reason}`]
