import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { problemOf } from '#electron/library/disk-problem.ts'
import { openRegularFile, readRegularFile } from '#electron/library/regular-file.ts'
import { jsonTextOf } from '#electron/library/utf8.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { looksLikeAnswers, type ReviewAnswers, readReviewAnswers } from '#shared/format/review-answers.ts'

/** A reviewer's answers, and the name of the file that they are in. */
export type AnswersFile = { readonly name: string; readonly answers: ReviewAnswers }

const LARGEST = 256 * 1024 * 1024
const BEGINNING = 512

/** Reads a file of answers; fails with a sentence that names it. */
export async function readAnswersFile(path: string): Promise<Result<AnswersFile>> {
  const name = basename(path)
  try {
    if ((await stat(path)).size > LARGEST) return failed(`“${name}” is too large for a file of answers.`)
    const json = jsonTextOf(await readRegularFile(path))
    if (json === null) return failed(`“${name}” is damaged: it is not text.`)
    const read = readReviewAnswers(json, name)
    return read.kind === 'current' ? ok({ name, answers: read.value }) : failed(read.sentence)
  } catch (error) {
    return failed(`“${name}” could not be read: ${problemOf(error)}`)
  }
}

/** True for a file that says it is one of answers, be it damaged. */
export async function isAnswersFile(path: string): Promise<boolean> {
  if (!path.toLowerCase().endsWith('.json')) return false
  const handle = await openRegularFile(path).catch(() => null)
  if (!handle) return false
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0)
    return looksLikeAnswers(buffer.toString('utf8', 0, bytesRead))
  } catch {
    return false
  } finally {
    await handle.close()
  }
}
