import { joinedBytes } from '../format/interchange/joined-bytes.ts'

/** A member of an archive; what is said of it may be a lie. */
export type ZipMember = {
  readonly name: Uint8Array
  readonly content: Uint8Array
  /** The size that the archive gives for it, unpacked. */
  readonly declared?: number
  readonly isEncrypted?: boolean
}

/** What this room has not: `deflateRawSync` and `crc32` of Node's zlib. */
export type Packing = {
  readonly deflate: (bytes: Uint8Array) => Uint8Array
  readonly crc32: (bytes: Uint8Array) => number
}

const UTF8 = 0x800
const ENCRYPTED = 1
const DEFLATED = 8
const VERSION = 20

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** The bytes of a zip archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zipFile(members: readonly ZipMember[], packing: Packing): Uint8Array {
  const bodies: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const member of members) {
    const data = packing.deflate(member.content)
    const facts = factsOf(member, data, packing.crc32(member.content))
    const body = joinedBytes([fields([4, LOCAL]), facts, member.name, data])
    bodies.push(body)
    directory.push(
      joinedBytes([
        fields([4, CENTRAL], [2, VERSION]),
        facts,
        fields([4, 0], [2, 0], [4, 0], [4, at]),
        member.name,
      ]),
    )
    at += body.length
  }
  const central = joinedBytes(directory)
  const { length } = members
  const end = fields([4, END], [4, 0], [2, length], [2, length], [4, central.length], [4, at], [2, 0])
  return joinedBytes([...bodies, central, end])
}

/** What stands both before a member and in the directory. */
const factsOf = (
  { name, content, declared, isEncrypted }: ZipMember,
  data: Uint8Array,
  crc: number,
): Uint8Array =>
  fields(
    [2, VERSION],
    [2, UTF8 | (isEncrypted ? ENCRYPTED : 0)],
    [2, DEFLATED],
    [4, 0],
    [4, crc],
    [4, data.length],
    [4, declared ?? content.length],
    [2, name.length],
    [2, 0],
  )

type Field = readonly [size: 2 | 4, value: number]

/** Numbers, the least of their bytes first. */
function fields(...all: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    all.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 0xff)),
  )
}
