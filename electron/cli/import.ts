import { importPaths } from '#electron/import/import-files.ts'
import type { ImportOutcome } from '#electron/import/import-outcome.ts'
import { namedFew } from '#shared/domain/named-few.ts'
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
    return {
      json: { files: files.map(({ name: _, ...row }) => row) },
      lines: [...files.flatMap(lineOf), ...leftOut(skipped)],
      problems: [...files.flatMap(problemOf), ...left],
    }
  }),
}

const leftOut = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        `${names.length} files in folders are of no kind that can be read; they were left out: ${namedFew(names)}.`,
      ]

const lineOf = ({ outcome, path, articleId }: ImportOutcome): string[] =>
  outcome === 'failed' ? [] : [`${outcome}  ${path}  ${articleId}`]

const problemOf = ({ path, reason }: ImportOutcome): string[] =>
  reason === undefined ? [] : [`failed  ${path}  ${reason}`]
