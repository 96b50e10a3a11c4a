import { ok, type Result } from '#shared/domain/result.ts'
import { decodeText } from '../decode.ts'
import type { Reader, Reading, SourceFile } from '../reading.ts'

export const plainText: Reader = {
  read: async (file) => [{ part: null, reading: readText(file) }],
}

function readText({ name, bytes, choices }: SourceFile): Result<Reading> {
  const decoded = decodeText(bytes, name, choices.encoding)
  if (!decoded.ok) return decoded
  const { text, ...how } = decoded.value
  return ok({ text, decoded: how, found: {}, boilerplate: [], original: { ending: endingOf(name), bytes } })
}

const endingOf = (name: string): string => (/\.([a-z0-9]{1,12})$/i.exec(name)?.[1] ?? 'txt').toLowerCase()
