import { isTable } from '#electron/import/formats.ts'
import { importPaths } from '#electron/import/import-files.ts'
import type { ImportOutcome } from '#electron/import/import-outcome.ts'
import type { Columns } from '#electron/import/reading.ts'
import { namedFew } from '#shared/domain/named-few.ts'
import { COLUMNS_EXAMPLE, columnsFrom } from './columns-option.ts'
import { type Command, refusal, textOption } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

export const importCommand: Command = {
  name: 'import',
  usage: '<workspace> <file|folder>... [--columns text=<name>,title=<name>,...] [--json]',
  summary: 'Adds articles: files of all kinds that “formats” lists, and those in folders and archives.',
  options: { columns: { type: 'string' } },
  arguments: [2, Number.POSITIVE_INFINITY],
  run: async (input) => {
    const said = textOption(input, 'columns')
    return importing(said === undefined ? undefined : columnsFrom(said))(input)
  },
}

/** @param columns of the tables among the files, where somebody said so. */
const importing = (columns: Columns | undefined) =>
  inWorkspace(async (workspace, { positionals, progress, signal, parser }) => {
    if (workspace.access.kind === 'read') return refusal(workspace.access.sentence)
    const { files, notTried, skipped } = await importPaths(workspace, positionals.slice(1), {
      onProgress: ({ done, total, path }) => progress(`[${done + 1}/${total}] ${path}`),
      signal,
      parser,
      choices: () => columns && { columns },
    })
    const left = notTried > 0 ? [`The import was stopped; ${notTried} files were not tried.`] : []
    return {
      json: { files: files.map(({ name: _, ...row }) => row) },
      lines: [...files.flatMap(lineOf), ...leftOut(skipped)],
      problems: [...files.flatMap(problemOf), ...left],
      remarks: !columns && files.some(isTableThatFailed) ? [HINT] : [],
    }
  })

const leftOut = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        `${names.length} files in folders are of no kind that can be read; they were left out: ${namedFew(names)}.`,
      ]

const HINT = `Which column of a table is what can be said: ${COLUMNS_EXAMPLE}`

const isTableThatFailed = ({ outcome, path }: ImportOutcome): boolean => outcome === 'failed' && isTable(path)

/** Below this somebody should look whether the text was read right. */
const CERTAIN = 90

function lineOf({ outcome, path, articleId, encoding, certainty = 100 }: ImportOutcome): string[] {
  const doubt = certainty < CERTAIN ? `  certainty ${certainty} %, read as ${encoding}` : ''
  return outcome === 'failed' ? [] : [`${outcome}  ${path}  ${articleId}${doubt}`]
}

const problemOf = ({ path, reason }: ImportOutcome): string[] =>
  reason === undefined ? [] : [`failed  ${path}  ${reason}`]
