import { mkdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Member, membersOf, ZIP_LIMITS } from '#electron/import/zip.ts'
import { problemOf } from '#electron/library/disk-problem.ts'
import { errorCode } from '#electron/library/file-ops.ts'
import { readRegularFile } from '#electron/library/regular-file.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { MANIFEST_NAME } from '#shared/format/manifest.ts'
import type { RefusedFiles } from './refused-files.ts'

/** Where a workspace keeps what is merged; whatever else an archive holds is not unpacked. */
const OURS =
  /^(glosswright\.json|team\.json|(articles|sources)\/[^/]+|annotators\/[^/]+\/([^/]+|reviews\/[^/]+))$/

/** Unpacks the workspace that an archive holds, in a folder of it or at its top, as far as it is one. */
export async function unpackArchive(
  path: string,
  folder: string,
  refused: RefusedFiles,
): Promise<Result<null>> {
  const read = await membersIn(path)
  if (!read.ok) return read
  const top = topOf(read.value)
  if (top === null) return failed(`“${basename(path)}” holds no workspace of Glosswright.`)
  for (const member of read.value) {
    const name = member.name.normalize('NFC')
    if (!name.startsWith(top)) continue
    const within = name.slice(top.length)
    if (OURS.test(within)) await unpackOne(member, within, folder, refused)
    else if (isOut(within)) refused.add(within, 'Its name leads out of the archive.')
  }
  return ok(null)
}

/** True where an archive's list of names has a workspace's own file. */
export async function holdsWorkspace(path: string): Promise<boolean> {
  const read = await membersIn(path)
  return read.ok && topOf(read.value) !== null
}

async function membersIn(path: string): Promise<Result<readonly Member[]>> {
  const name = basename(path)
  const { size } = await stat(path)
  if (size > ZIP_LIMITS.bytes)
    return failed(`“${name}” is too large to be read whole; please unpack it, and merge the folder.`)
  return membersOf(await readRegularFile(path), name)
}

/** What stands before the workspace's names, the shortest where there are several; null where there is none. */
function topOf(members: readonly Member[]): string | null {
  const tops = members.flatMap(({ name }) =>
    name === MANIFEST_NAME || name.endsWith(`/${MANIFEST_NAME}`) ? name.slice(0, -MANIFEST_NAME.length) : [],
  )
  return tops.sort((a, b) => a.length - b.length)[0]?.normalize('NFC') ?? null
}

const isOut = (name: string): boolean => name.split(/[/\\]/).includes('..')

async function unpackOne(member: Member, name: string, folder: string, refused: RefusedFiles): Promise<void> {
  const parts = name.split('/')
  if (parts.some((part) => !isPlain(part)))
    return refused.add(name, 'Its name is none that every system can have.')
  const bytes = await member.unpack()
  if (!bytes.ok) return refused.add(name, bytes.problem.sentence)
  const path = join(folder, ...parts)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes.value, { flag: 'wx' })
  } catch (error) {
    refused.add(name, errorCode(error) === 'EEXIST' ? 'The archive has it twice.' : problemOf(error))
  }
}

const isPlain = (part: string): boolean =>
  part !== '' && part !== '.' && part !== '..' && !/[\p{Cc}\\:]/u.test(part) && Buffer.byteLength(part) < 256
