import { strFromU8 } from 'fflate'
import { type InFile, UnreadableFile } from './adapter.ts'
import { bytesAt, damaged } from './forward-bytes.ts'
import { LONGEST_RECORD } from './in-file.ts'
import { joinedBytes } from './joined-bytes.ts'

/**
 * What the directory at the end of a zip archive says of its members, large archives (zip64) included:
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export type ZipMember = {
  readonly name: string
  /** Null where it is locked. */
  readonly method: number | null
  /** Of its header in the file. */
  readonly offset: number
  readonly packed: number
  readonly size: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const END_LENGTH = 22
const END_64_LENGTH = 56
const LOCATOR_LENGTH = 20
/** A comment of the longest length stands behind the end's record. */
const LONGEST_END = LOCATOR_LENGTH + END_LENGTH + 65_535
const HEADER_LENGTH = 46
const MOST_MEMBERS = 1_000_000
/** What stands where a number does not fit: it is said elsewhere. */
const ELSEWHERE = 0xffffffff
const EXTRA_64 = 1
const LOCKED = 1
const UTF8 = 0x800

/** Texts and XML pack to a tenth; what unpacks to so many times its size is made to fill the memory. */
const MOST_TIMES = 200
/** Below that any ratio is harmless. */
const HARMLESS = 16 * 1024 * 1024

/** @throws {UnreadableFile} where it is no zip archive, or one that is made to harm. */
export async function zipMembers(file: InFile): Promise<readonly ZipMember[]> {
  const { tail, length } = await tailOf(file)
  const { count, size, offset } = await endOf(file, tail)
  if (size > LONGEST_RECORD || count > MOST_MEMBERS)
    throw new UnreadableFile(`“${file.path}” is too large an archive.`)
  const directory = await bytesAt(file, offset, size)
  const members: ZipMember[] = []
  for (let at = 0; members.length < count; ) {
    if (at + HEADER_LENGTH > size || directory.getUint32(at, true) !== CENTRAL) throw damaged(file)
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.getUint16(at + field, true))
    const next = at + HEADER_LENGTH + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
    if (next > size) throw damaged(file)
    members.push(memberAt(directory, at))
    at = next
  }
  return harmless(members, file, length)
}

function harmless(members: readonly ZipMember[], file: InFile, length: number): readonly ZipMember[] {
  const [size, packed] = [sumOf(members.map((one) => one.size)), sumOf(members.map((one) => one.packed))]
  if (size > HARMLESS && size > packed * MOST_TIMES)
    throw new UnreadableFile(`“${file.path}” unpacks to far more than such a file holds.`)
  const names = new Set(members.map(({ name }) => name))
  if (names.size < members.length) throw new UnreadableFile(`“${file.path}” holds two files of one name.`)
  // More than there is: they lie in each other.
  if (packed > length) throw damaged(file)
  return members
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0)

function memberAt(directory: DataView<ArrayBuffer>, at: number): ZipMember {
  const flags = directory.getUint16(at + 8, true)
  const end = at + HEADER_LENGTH + directory.getUint16(at + 28, true)
  const name = new Uint8Array(directory.buffer, at + HEADER_LENGTH, end - at - HEADER_LENGTH)
  const said = [24, 20, 42].map((field) => directory.getUint32(at + field, true))
  const large = said.includes(ELSEWHERE)
    ? largeNumbers(directory, end, directory.getUint16(at + 30, true))
    : []
  const [size = 0, packed = 0, offset = 0] = said.map((one) =>
    one === ELSEWHERE ? (large.shift() ?? one) : one,
  )
  return {
    name: strFromU8(name, (flags & UTF8) === 0),
    method: (flags & LOCKED) === 0 ? directory.getUint16(at + 10, true) : null,
    size,
    packed,
    offset,
  }
}

/** Those of a member that do not fit into its header, in its order. */
function largeNumbers(directory: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; ) {
    const [id, size] = [directory.getUint16(at, true), directory.getUint16(at + 2, true)]
    const last = Math.min(at + 4 + size, start + length)
    if (id === EXTRA_64)
      return Array.from({ length: Math.floor((last - at - 4) / 8) }, (_, i) =>
        large(directory, at + 4 + 8 * i),
      )
    at = last
  }
  return []
}

const large = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

type End = { readonly count: number; readonly size: number; readonly offset: number }

async function endOf(file: InFile, tail: Uint8Array<ArrayBuffer>): Promise<End> {
  const view = new DataView(tail.buffer)
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue
    const before = at - LOCATOR_LENGTH
    if (before >= 0 && view.getUint32(before, true) === LOCATOR_64)
      return largeEnd(file, large(view, before + 8))
    const [size, offset] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)]
    return { count: view.getUint16(at + 10, true), size, offset }
  }
  throw new UnreadableFile(`“${file.path}” is no zip archive, or only a part of one.`)
}

async function largeEnd(file: InFile, at: number): Promise<End> {
  const end = await bytesAt(file, at, END_64_LENGTH)
  if (end.getUint32(0, true) !== END_64) throw damaged(file)
  return { count: large(end, 32), size: large(end, 40), offset: large(end, 48) }
}

/** What the end's record must be in, and how long the file is. */
async function tailOf(file: InFile): Promise<{ tail: Uint8Array<ArrayBuffer>; length: number }> {
  const kept: Uint8Array[] = []
  let length = 0
  let size = 0
  for await (const chunk of file.chunks()) {
    kept.push(chunk.slice())
    length += chunk.length
    size += chunk.length
    while (kept[0] && size - kept[0].length >= LONGEST_END) size -= kept.shift()?.length ?? 0
  }
  return { tail: joinedBytes(kept), length }
}
