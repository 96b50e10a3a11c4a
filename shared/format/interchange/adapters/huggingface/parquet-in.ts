import { type FileMetaData, parquetMetadata, parquetReadObjects } from 'hyparquet'
import { type InFile, UnreadableFile } from '#shared/format/interchange/adapter.ts'
import { bytesAt, ForwardBytes } from '#shared/format/interchange/forward-bytes.ts'
import { LONGEST_RECORD } from '#shared/format/interchange/in-file.ts'
import { exactText } from '#shared/format/utf8.ts'

/**
 * The rows of a Parquet file, a group of them at a time. What the file holds is said at its end, so it is gone through once for
 * that, and once more for the groups, each of which is held by itself.
 *
 * @throws {UnreadableFile}
 */
export async function* parquetRows(file: InFile): AsyncGenerator<unknown> {
  const { metadata, byteLength } = await footerOf(file)
  const forward = new ForwardBytes(file)
  let rowStart = 0
  try {
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows)
      const { start, end } = rangeOfGroup(group, file)
      const held = (await forward.take(start, end)).buffer
      const slice = (from: number, to = byteLength): ArrayBuffer => held.slice(from - start, to - start)
      const rows = await readable(file, () =>
        parquetReadObjects({ file: { byteLength, slice }, metadata, rowStart, rowEnd, parsers: PARSERS }),
      )
      for (const row of rows) yield withNumbers(row)
      rowStart = rowEnd
    }
  } finally {
    await forward.close()
  }
}

/** The library's own way drops a U+FEFF from the start of each text. */
const PARSERS = { stringFromBytes: (bytes?: Uint8Array) => bytes && exactText(bytes) }

type Footer = { readonly metadata: FileMetaData; readonly byteLength: number }

/** Of the footer: its length, and `PAR1`. */
const END_LENGTH = 8

async function footerOf(file: InFile): Promise<Footer> {
  let byteLength = 0
  for await (const chunk of file.chunks()) byteLength += chunk.length
  if (byteLength < END_LENGTH) throw damaged(file)
  const end = await bytesAt(file, byteLength - END_LENGTH, END_LENGTH)
  const length = end.getUint32(0, true) + END_LENGTH
  if (end.getUint32(4) !== 0x50415231 || length > byteLength || length > LONGEST_RECORD) throw damaged(file)
  const footer = await bytesAt(file, byteLength - length, length)
  return { metadata: await readable(file, async () => parquetMetadata(footer.buffer)), byteLength }
}

type RowGroup = FileMetaData['row_groups'][number]

function rangeOfGroup({ columns }: RowGroup, file: InFile) {
  const ranges = columns.flatMap(({ meta_data }) => {
    if (!meta_data) return []
    const start = Number(meta_data.dictionary_page_offset ?? meta_data.data_page_offset)
    return [{ start, end: start + Number(meta_data.total_compressed_size) }]
  })
  const start = Math.min(...ranges.map((one) => one.start))
  const end = Math.max(...ranges.map((one) => one.end))
  if (!(start >= 0 && end >= start)) throw damaged(file)
  if (end - start > LONGEST_RECORD)
    throw new UnreadableFile(`“${file.path}” has a group of rows that is too large.`)
  return { start, end }
}

async function readable<T>(file: InFile, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch {
    throw damaged(file)
  }
}

const damaged = ({ path }: InFile): UnreadableFile =>
  new UnreadableFile(`“${path}” is not Parquet that can be read here, or only a part of it.`)

/** Whole numbers come as those without bounds. */
function withNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(withNumbers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNumbers(inner)]))
}
