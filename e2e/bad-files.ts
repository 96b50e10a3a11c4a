import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { type ZipMember, zipFile } from '#shared/testing/zip-file.ts'

const MEGABYTE = 1024 * 1024

const packing = { deflate: deflateRawSync, crc32 }
const zipped = (members: readonly ZipMember[]): Uint8Array => zipFile(members, packing)
const member = (name: string, content: string | Uint8Array = 'x'): ZipMember => ({
  name: Buffer.from(name),
  content: Buffer.from(content as string),
})

function nested(depth: number): Uint8Array {
  return depth === 0
    ? Buffer.from('Talks')
    : zipped([member(depth === 1 ? 'in.txt' : 'in.zip', nested(depth - 1))])
}

/** Files that were made to harm whoever reads them, by their names; with words of what has to be said of each. */
const BAD: readonly (readonly [name: string, content: () => string | Uint8Array, words: string])[] = [
  ['bomb.zip', () => zipped([member('bomb.txt', Buffer.alloc(20 * MEGABYTE, 'a'))]), 'as no honest text is'],
  [
    'lie.zip',
    () => zipped([{ ...member('lie.txt', 'a b c '.repeat(90_000)), declared: 9 }]),
    'not what the archive says',
  ],
  ['nested.zip', () => nested(4), 'lies in too many other archives'],
  ['many.zip', () => zipped(Array.from({ length: 10_001 }, (_, i) => member(`${i}.txt`))), '10,001 files'],
  ['way-out.zip', () => zipped([member('../../way-out.txt')]), 'leads out of the archive'],
  ['broken.zip', () => 'PK\x03\x04 and no more', 'damaged, or no zip archive'],
  ['nul.txt', () => `Talks\0${'\0'.repeat(1_000)}`, 'not a text file'],
  ['vast.txt', () => Buffer.alloc(26 * MEGABYTE, 'a'), 'too large'],
  ['bytes.txt', () => Buffer.of(0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xff, 0xfd, 0x81), 'encoding we know'],
  ['turned\u202Etxt.doc.txt', () => '', '‹U+202E›'],
  [`${'n'.repeat(250)}.txt`, () => '', '…'],
]

export const BAD_WORDS: readonly string[] = BAD.map(([, , words]) => words)

/** Puts them all into a folder, with a link out of it. */
export async function makeBadFiles(folder: string): Promise<void> {
  await mkdir(folder)
  await Promise.all(BAD.map(([name, content]) => writeFile(path.join(folder, name), content())))
  await symlink('/etc/hostname', path.join(folder, 'link.txt'))
}
