import { Inflate } from 'fflate'
import { type InFile, UnreadableFile } from './adapter.ts'
import { damaged, ForwardBytes } from './forward-bytes.ts'
import type { ZipMember } from './zip-directory.ts'

/** A piece of a member; the last of each is `isLast`. */
export type ZipPiece = { readonly name: string; readonly bytes: Uint8Array; readonly isLast: boolean }

const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const STORED = 0
const DEFLATED = 8

/**
 * The content of members in the archive's order, which is gone through once; no member is held.
 * @throws {UnreadableFile} where one cannot be unpacked, or is of another size than the directory says.
 */
export async function* zipPieces(file: InFile, members: readonly ZipMember[]): AsyncGenerator<ZipPiece> {
  const forward = new ForwardBytes(file)
  try {
    for (const member of [...members].sort((a, b) => a.offset - b.offset)) {
      const { name } = member
      for await (const bytes of contentOf(member, forward, file)) yield { name, bytes, isLast: false }
      yield { name, bytes: new Uint8Array(), isLast: true }
    }
  } finally {
    await forward.close()
  }
}

async function* contentOf(
  { offset, method, packed, size }: ZipMember,
  forward: ForwardBytes,
  file: InFile,
): AsyncGenerator<Uint8Array> {
  const from = offset + LOCAL_LENGTH
  const header = new DataView((await forward.take(offset, from)).buffer)
  if (header.getUint32(0, true) !== LOCAL) throw damaged(file)
  if (method !== STORED && method !== DEFLATED)
    throw new UnreadableFile(`“${file.path}” is packed in a way that cannot be read.`)
  const start = from + header.getUint16(26, true) + header.getUint16(28, true)
  const pieces = forward.pieces(start, start + packed)
  let length = 0
  for await (const piece of method === STORED ? pieces : inflated(pieces, file)) {
    length += piece.length
    if (length > size) throw damaged(file)
    yield piece
  }
  if (length !== size) throw damaged(file)
}

/** Packed bytes that are unpacked at once: what comes of them may be a thousand times as much, and is held. */
const AT_ONCE = 4096

async function* inflated(packed: AsyncIterable<Uint8Array>, file: InFile): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = []
  const inflate = new Inflate((piece) => waiting.push(piece))
  for await (const chunk of packed)
    for (let at = 0; at < chunk.length; at += AT_ONCE) {
      try {
        inflate.push(chunk.slice(at, at + AT_ONCE))
      } catch {
        throw damaged(file)
      }
      yield* waiting.splice(0)
    }
}
