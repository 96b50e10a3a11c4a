import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { readSchemeFile, schemeToFile } from '#shared/format/scheme-file.ts'
import { problemOf } from './disk-problem.ts'
import { writeDurably } from './durable-write.ts'
import { readRegularFile } from './regular-file.ts'
import { jsonTextOf } from './utf8.ts'

/** A scheme by itself, in a file that lies anywhere; `name` is what sentences call it. */
export async function readScheme(path: string, name: string): Promise<Result<Scheme>> {
  try {
    const json = jsonTextOf(await readRegularFile(path))
    if (json === null) return failed(`“${name}” is no text, so it is no scheme.`)
    const read = readSchemeFile(json, name)
    return read.kind === 'current' ? ok(read.value) : failed(read.sentence)
  } catch (error) {
    return failed(`“${name}” could not be read: ${problemOf(error)}`)
  }
}

/** Answers with the file. */
export async function writeScheme(scheme: Scheme, file: string): Promise<Result<string>> {
  try {
    await writeDurably(file, [schemeToFile(scheme)])
    return ok(file)
  } catch (error) {
    return failed(`The scheme could not be written to “${file}”: ${problemOf(error)}`)
  }
}
