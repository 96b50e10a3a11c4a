import { stat } from 'node:fs/promises'
import { fileAt } from '#electron/export/file-at.ts'
import { problemOf } from '#electron/library/disk-problem.ts'
import { errorCode } from '#electron/library/file-ops.ts'
import { sha256 } from '#electron/library/hash.ts'
import { openRegularFile } from '#electron/library/regular-file.ts'
import type { InFile } from '#shared/format/interchange/adapter.ts'
import { problemsInDataset } from '#shared/format/interchange/dataset-problems-in.ts'
import { type Answer, type Command, type CommandInput, refusal } from './command.ts'

export const validate: Command = {
  name: 'validate',
  usage: '<dataset.json or .jsonl> [--json]',
  summary:
    'Checks a dataset, however large: its shape, its hashes, every slice of text, and what points to what.',
  options: {},
  arguments: [1, 1],
  run: async (input) => {
    const [path = ''] = input.positionals
    try {
      await (await openRegularFile(path)).close()
      const { size } = await stat(path)
      return await answerOn(watched(path, size, input), input)
    } catch (error) {
      if (!errorCode(error)) throw error
      const isGone = errorCode(error) === 'ENOENT'
      return refusal(
        isGone ? `There is no file “${path}”.` : `“${path}” could not be read: ${problemOf(error)}`,
      )
    }
  },
}

/** More of them help nobody. */
const MOST = 10_000

async function answerOn(file: InFile, { signal }: CommandInput): Promise<Answer> {
  const problems: string[] = []
  for await (const problem of problemsInDataset(file, sha256)) {
    problems.push(problem)
    if (problems.length >= MOST) break
  }
  if (signal.aborted) return refusal('The check was cancelled.')
  if (problems.length >= MOST) problems.push(`There may be more: only the first ${MOST} are listed.`)
  return { json: { problems }, lines: problems.length > 0 ? [] : [`“${file.path}” holds.`], problems }
}

/** The file, read until somebody asks to stop; how far that has come is shown. It is gone through more than once. */
function watched(path: string, size: number, { progress, signal }: CommandInput): InFile {
  const file = fileAt(path, path)
  return {
    path,
    chunks: async function* () {
      let read = 0
      for await (const chunk of file.chunks()) {
        if (signal.aborted) return
        read += chunk.length
        progress(`${Math.floor((100 * read) / Math.max(1, size))} %`)
        yield chunk
      }
    },
  }
}
