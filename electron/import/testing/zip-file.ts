import { crc32, deflateRawSync } from 'node:zlib'

/** A member of an archive; what is said of it may be a lie. */
export type ZipMember = {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  /** The size that the archive gives for it, unpacked. */
  readonly declared?: number
  readonly isEncrypted?: boolean
}

const UTF8 = 0x800
const ENCRYPTED = 1

/** The bytes of a zip archive. */
export function zipFile(members: readonly ZipMember[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const member of members) {
    const { header, entry } = packed(member, at)
    bodies.push(header)
    directory.push(entry)
    at += header.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...bodies, central, endOf(members.length, central.length, at)])
}

function packed({ name, content, declared, isEncrypted }: ZipMember, at: number) {
  const bytes = Buffer.from(content as string)
  const data = deflateRawSync(bytes)
  const nameBytes = Buffer.from(name as string)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(UTF8 | (isEncrypted ? ENCRYPTED : 0), 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(declared ?? bytes.length, 18)
  common.writeUInt16LE(nameBytes.length, 22)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(at, 10)
  return {
    header: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, data]),
    entry: Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, nameBytes]),
  }
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(Math.min(count, 0xffff), 8)
  end.writeUInt16LE(Math.min(count, 0xffff), 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
