import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fileIn } from '#shared/testing/round-trip.ts'
import { utf8Bytes } from '../utf8.ts'
import { joinedBytes } from './joined-bytes.ts'
import { zipMembers } from './zip-directory.ts'
import { zipPieces } from './zip-in.ts'
import { ZipOut } from './zip-out.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0

const CONTENT = { 'a.txt': 'milk', 'déjà/b.txt': 'bread '.repeat(20_000), 'c.txt': '' }

async function archiveOf(plain?: { entries: number; bytes: number }): Promise<Uint8Array> {
  const written: Uint8Array[] = []
  const write = async (data: string | Uint8Array) => void written.push(Uint8Array.from(data as Uint8Array))
  const zip = new ZipOut({ write, close: async () => undefined }, plain)
  for (const [name, text] of Object.entries(CONTENT)) await zip.add(name, [text])
  await zip.close()
  return joinedBytes(written)
}

async function contentOf(archive: Uint8Array): Promise<Record<string, string>> {
  const file = fileIn(new Map([['a.zip', archive]]), 'a.zip', 500)
  const found: Record<string, string> = {}
  for await (const { name, bytes } of zipPieces(file, await zipMembers(file)))
    found[name] = (found[name] ?? '') + strFromU8(bytes)
  return found
}

const inPython = (archive: Uint8Array): unknown => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  try {
    writeFileSync(join(folder, 'a.zip'), archive)
    const script =
      'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({n:z.read(n).decode() for n in z.namelist()}))'
    const { stdout } = spawnSync('python3', ['-c', script, join(folder, 'a.zip')], { encoding: 'utf8' })
    return JSON.parse(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.each([
  ['a small archive', undefined],
  ['one of too many members', { entries: 2, bytes: 1_000_000 }],
  ['one that is too long', { entries: 100, bytes: 40 }],
])('%s', (_, plain) => {
  test('is read back', async () => {
    expect(await contentOf(await archiveOf(plain))).toEqual(CONTENT)
  })

  test.runIf(hasPython)('is one to Python, too', async () => {
    expect(inPython(await archiveOf(plain))).toEqual(CONTENT)
  })

  test('is refused wherever it was cut off', async () => {
    const archive = await archiveOf(plain)
    for (let length = 0; length < archive.length; length += 7)
      await expect(contentOf(archive.subarray(0, length))).rejects.toThrow(/only a part/)
  })
})

test('members of one name are refused', async () => {
  const archive = zipSync({ a: Uint8Array.of(1), b: Uint8Array.of(2) })
  const doubled = archive.map((byte) => (byte === 'b'.charCodeAt(0) ? 'a'.charCodeAt(0) : byte))
  await expect(contentOf(doubled)).rejects.toThrow('holds two files of one name')
})

test('members that lie in each other are refused', async () => {
  const archive = zipSync({ a: new Uint8Array(900) }, { level: 0 })
  const at = archive.length - 22 - 47
  new DataView(archive.buffer).setUint32(at + 20, 5000, true)
  await expect(contentOf(archive)).rejects.toThrow('is damaged')
})

test('what is packed tightly is unpacked a little at a time', async () => {
  const archive = zipSync({
    'a.xml': utf8Bytes('<c r="A1" t="inlineStr"><is><t>Norland will pay</t></is></c>'.repeat(100_000)),
  })
  const file = fileIn(new Map([['a.zip', archive]]), 'a.zip', archive.length)
  const sizes: number[] = []
  for await (const { bytes } of zipPieces(file, await zipMembers(file))) sizes.push(bytes.length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(6_000_000)
  expect(Math.max(...sizes)).toBeLessThan(2_000_000)
})
