import { readFile } from 'node:fs/promises'
import { problemOf } from '#electron/library/disk-problem.ts'
import { errorCode } from '#electron/library/file-ops.ts'
import { sha256 } from '#electron/library/hash.ts'
import { jsonTextOf } from '#electron/library/utf8.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import { validateDataset } from '#shared/format/dataset-problems.ts'
import { parseJson } from '#shared/format/json.ts'
import { type Command, refusal } from './command.ts'

export const validate: Command = {
  name: 'validate',
  usage: '<dataset.json> [--json]',
  summary: 'Checks a dataset: its shape, its hashes, and every slice of text.',
  options: {},
  arguments: [1, 1],
  run: async ({ positionals: [path = ''] }) => {
    const dataset = await readJson(path)
    if (!dataset.ok) return refusal(dataset.problem.sentence)
    const problems = validateDataset(dataset.value, sha256)
    return { json: { problems }, lines: problems.length > 0 ? [] : [`“${path}” holds.`], problems }
  },
}

async function readJson(path: string): Promise<Result<unknown>> {
  try {
    const text = jsonTextOf(await readFile(path))
    if (text === null) return failed(`“${path}” is not UTF-8 text.`)
    const json = parseJson(text)
    return json.ok ? json : failed(`“${path}” cannot be read. ${json.problem.sentence}`)
  } catch (error) {
    const isGone = errorCode(error) === 'ENOENT'
    return failed(isGone ? `There is no file “${path}”.` : `“${path}” could not be read: ${problemOf(error)}`)
  }
}
