import { utf8Decoder } from '../utf8.ts'
import { type InFile, UnreadableFile } from './adapter.ts'
import { joinedBytes } from './joined-bytes.ts'

/** Characters that one record, or one file that is read whole, may have. */
export const LONGEST_RECORD = 128 * 1024 * 1024

export type Line = {
  /** From 1. */
  readonly number: number
  /** Without its line feed; a carriage return before that stays. */
  readonly text: string
}

/**
 * The text of a file piece by piece, without a byte order mark.
 * @throws {UnreadableFile} where it is no UTF-8.
 */
export async function* textIn(file: InFile): AsyncGenerator<string> {
  const decoder = utf8Decoder()
  try {
    for await (const chunk of file.chunks()) {
      const text = decoder.decode(chunk, { stream: true })
      if (text !== '') yield text
    }
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableFile(`“${file.path}” is not UTF-8 text.`)
    throw error
  }
}

/** All of it. @throws {UnreadableFile} where it is no UTF-8, or longer than `LONGEST_RECORD`. */
export async function wholeText(file: InFile): Promise<string> {
  const parts: string[] = []
  let length = 0
  for await (const part of textIn(file)) {
    length += part.length
    if (length > LONGEST_RECORD) throw new UnreadableFile(`“${file.path}” is too large to be read whole.`)
    parts.push(part)
  }
  return parts.join('')
}

/** All of it, as bytes. @throws {UnreadableFile} where it is longer than `LONGEST_RECORD`. */
export async function wholeBytes(file: InFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of file.chunks()) {
    length += part.length
    if (length > LONGEST_RECORD) throw new UnreadableFile(`“${file.path}” is too large to be read whole.`)
    parts.push(part)
  }
  return joinedBytes(parts)
}

/** The file's lines; they end at `\n` alone. An empty rest behind the last one is no line. @throws {UnreadableFile} */
export async function* linesIn(file: InFile): AsyncGenerator<Line> {
  let rest: string[] = []
  let length = 0
  let number = 1
  for await (const part of textIn(file)) {
    const lines = part.split('\n')
    for (const line of lines.slice(0, -1)) {
      yield { number: number++, text: rest.join('') + line }
      rest = []
      length = 0
    }
    const last = lines.at(-1) ?? ''
    length += last.length
    if (length > LONGEST_RECORD)
      throw new UnreadableFile(`“${file.path}” has a line that is too long.`, number)
    if (last !== '') rest.push(last)
  }
  if (rest.length > 0) yield { number, text: rest.join('') }
}
