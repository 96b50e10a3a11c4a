import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of the files, in their order. */
export function packed(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const body = deflateRawSync(bytes)
    const fields = fieldsOf(Buffer.from(name), bytes, body)
    const header = Buffer.concat([numbers([0x04034b50, 4]), fields, Buffer.from(name), body])
    const place = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4])
    directory.push(numbers([0x02014b50, 4], [20, 2]), fields, place, Buffer.from(name))
    bodies.push(header)
    offset += header.length
  }
  const index = Buffer.concat(directory)
  const count = Object.keys(files).length
  const end = numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [index.length, 4], [offset, 4], [0, 2])
  return Buffer.concat([...bodies, index, end])
}

const UTF8_NAMES = 0x800
const DEFLATED = 8

const fieldsOf = (name: Buffer, bytes: Buffer, body: Buffer): Buffer =>
  numbers(
    ...([
      [20, 2],
      [UTF8_NAMES, 2],
      [DEFLATED, 2],
      [0, 4],
      [crc32(bytes), 4],
    ] as const),
    ...([
      [body.length, 4],
      [bytes.length, 4],
      [name.length, 2],
      [0, 2],
    ] as const),
  )

function numbers(...values: readonly (readonly [value: number, size: number])[]): Buffer {
  return Buffer.concat(
    values.map(([value, size]) => {
      const bytes = Buffer.alloc(size)
      bytes.writeUIntLE(value, 0, size)
      return bytes
    }),
  )
}
