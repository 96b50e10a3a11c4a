import { readFile } from 'node:fs/promises'
import path from 'node:path'

const folder = path.join(import.meta.dirname, 'electron-default-app')

/** The asar archive with the files of scripts/electron-default-app: what lets `electron PATH` start the app at PATH. */
export async function defaultAppArchive() {
  const names = ['main.js', 'package.json']
  const bodies = await Promise.all(names.map((name) => readFile(path.join(folder, name))))
  const files = {}
  let offset = 0
  for (const [index, body] of bodies.entries()) {
    files[names[index]] = { size: body.length, offset: String(offset) }
    offset += body.length
  }
  return Buffer.concat([asarHead(JSON.stringify({ files })), ...bodies])
}

/** Two "pickles" of Chromium's: one holds the size of the next, which holds the header as a string padded to 4 bytes. */
function asarHead(header) {
  const json = Buffer.from(header)
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + padded, 4)
  head.writeUInt32LE(4 + padded, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return head
}
