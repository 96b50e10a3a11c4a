import { crc32 } from 'node:zlib'

/**
 * A zip archive of members that are stored as they are. What was unpacked and found harmless is handed on in one, to
 * libraries that would unpack the file of somebody else without looking.
 */
export type Stored = { readonly name: string; readonly bytes: Uint8Array }

export function zipOf(members: readonly Stored[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of members) {
    const fields = fieldsOf(name, bytes)
    const nameBytes = Buffer.from(name)
    const local = Buffer.concat([LOCAL, fields, nameBytes])
    directory.push(Buffer.concat([CENTRAL, fields, centralTail(at), nameBytes]))
    pieces.push(local, Buffer.from(bytes))
    at += local.length + bytes.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...pieces, central, endOf(members.length, central.length, at)])
}

const LOCAL = Buffer.from('504b0304', 'hex')
/** With the version that made it, which stands before the fields that both headers share. */
const CENTRAL = Buffer.from('504b01021400', 'hex')
const END = Buffer.from('504b0506', 'hex')

/** Version 2.0, names in UTF-8, stored, the first of January 1980. */
function fieldsOf(name: string, bytes: Uint8Array): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2)
  fields.writeUInt16LE(0x0021, 8)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

function centralTail(at: number): Buffer {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(at, 10)
  return tail
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  END.copy(end)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
