import type { Part, Reader, Reading, ReadingChoices } from '../reading.ts'

/** All that `reader` makes of the bytes, however it gives it. */
export async function partsOf(
  reader: Reader,
  bytes: Uint8Array,
  { name = 'a.bin', choices = {} }: { readonly name?: string; readonly choices?: ReadingChoices } = {},
): Promise<readonly Part[]> {
  const parts: Part[] = []
  for await (const part of await reader.read({ name, bytes, choices })) parts.push(part)
  return parts
}

/** The reading of a file of one article that can be read. */
export async function readingOf(reader: Reader, bytes: Uint8Array, name?: string): Promise<Reading> {
  const [part] = await partsOf(reader, bytes, name === undefined ? {} : { name })
  if (!part) throw new Error('There is no article in it')
  if (!part.reading.ok) throw new Error(part.reading.problem.sentence)
  return part.reading.value
}

/** The sentence with which a file is refused as a whole. */
export async function refusalOf(reader: Reader, bytes: Uint8Array, name?: string): Promise<string> {
  const parts = await partsOf(reader, bytes, name === undefined ? {} : { name })
  const [part] = parts
  if (parts.length !== 1 || !part || part.reading.ok) throw new Error('It was not refused')
  return part.reading.problem.sentence
}
