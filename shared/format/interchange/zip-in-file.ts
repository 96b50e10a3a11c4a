import { Inflate } from 'fflate'
import { type InFile, UnreadableFile } from './adapter.ts'
import { LONGEST_RECORD } from './in-file.ts'

/**
 * Members of a zip archive one by one, without holding it: what its directory, at the end, says of each is found in a first
 * pass, and each member's bytes in one of their own. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export type ZipMember = {
  readonly name: string
  readonly method: number
  /** Of its header in the file. */
  readonly offset: number
  readonly packed: number
  readonly size: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
/** A comment of the longest length stands behind the end's record. */
const LONGEST_END = END_LENGTH + 65_535
const HEADER_LENGTH = 46
const LOCAL_LENGTH = 30
const MOST_MEMBERS = 100_000
const TOO_LARGE = 0xffffffff

/** @throws {UnreadableFile} where it is no zip archive. */
export async function zipMembers(file: InFile): Promise<readonly ZipMember[]> {
  const end = await endOf(file)
  const [count, size, offset] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)]
  if (offset === TOO_LARGE || size > LONGEST_RECORD || count > MOST_MEMBERS)
    throw new UnreadableFile(`“${file.path}” is too large an archive.`)
  const directory = await bytesAt(file, offset, size)
  const members: ZipMember[] = []
  for (let at = 0; members.length < count; ) {
    if (at + HEADER_LENGTH > directory.byteLength || directory.getUint32(at, true) !== CENTRAL)
      throw damaged(file)
    members.push(memberAt(directory, at))
    at += HEADER_LENGTH + [28, 30, 32].reduce((sum, field) => sum + directory.getUint16(at + field, true), 0)
  }
  return members
}

function memberAt(directory: DataView, at: number): ZipMember {
  const length = Math.min(directory.getUint16(at + 28, true), directory.byteLength - at - HEADER_LENGTH)
  const name = new Uint8Array(directory.buffer, directory.byteOffset + at + HEADER_LENGTH, length)
  return {
    name: String.fromCharCode(...name.subarray(0, 1000)),
    method: directory.getUint16(at + 10, true),
    packed: directory.getUint32(at + 20, true),
    size: directory.getUint32(at + 24, true),
    offset: directory.getUint32(at + 42, true),
  }
}

async function endOf(file: InFile): Promise<DataView> {
  const tail = await tailOf(file)
  const view = new DataView(tail.buffer)
  for (let at = tail.length - END_LENGTH; at >= 0; at--)
    if (view.getUint32(at, true) === END) return new DataView(tail.buffer, at)
  throw new UnreadableFile(`“${file.path}” is no zip archive, or only a part of one.`)
}

/** What the end's record must be in. */
async function tailOf(file: InFile): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of file.chunks()) {
    kept.push(chunk.slice())
    length += chunk.length
    while (kept[0] && length - kept[0].length >= LONGEST_END) length -= kept.shift()?.length ?? 0
  }
  const tail = new Uint8Array(length)
  let at = 0
  for (const chunk of kept) {
    tail.set(chunk, at)
    at += chunk.length
  }
  return tail
}

/** A member's content. @throws {UnreadableFile} where it cannot be unpacked, or is of another size than it says. */
export async function* zipContent(file: InFile, member: ZipMember): AsyncGenerator<Uint8Array> {
  const header = await bytesAt(file, member.offset, LOCAL_LENGTH)
  if (header.getUint32(0, true) !== LOCAL) throw damaged(file)
  const from = member.offset + LOCAL_LENGTH + header.getUint16(26, true) + header.getUint16(28, true)
  const unpacked = member.method === 0 ? stored : member.method === 8 ? inflated : null
  if (!unpacked) throw new UnreadableFile(`“${file.path}” is packed in a way that cannot be read.`)
  let size = 0
  for await (const piece of unpacked(rangeOf(file, from, from + member.packed), file)) {
    size += piece.length
    if (size > member.size) throw damaged(file)
    yield piece
  }
  if (size !== member.size) throw damaged(file)
}

async function* stored(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* packed
}

async function* inflated(packed: AsyncIterable<Uint8Array>, file: InFile): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = []
  const inflate = new Inflate((piece) => waiting.push(piece))
  for await (const chunk of packed) {
    try {
      inflate.push(chunk.slice())
    } catch {
      throw damaged(file)
    }
    yield* waiting.splice(0)
  }
}

/** Those bytes of a file that lie between two places. */
export async function* rangeOf(file: InFile, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = 0
  for await (const chunk of file.chunks()) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, chunk.length)]
    if (from < to) yield chunk.subarray(from, to)
    at += chunk.length
    if (at >= end) return
  }
}

/** @throws {UnreadableFile} where the file has not so many. */
export async function bytesAt(file: InFile, start: number, length: number): Promise<DataView<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  let at = 0
  for await (const chunk of rangeOf(file, start, start + length)) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  if (at < length) throw damaged(file)
  return new DataView(bytes.buffer)
}

const damaged = ({ path }: InFile): UnreadableFile =>
  new UnreadableFile(`“${path}” is damaged, or only a part of it.`)
