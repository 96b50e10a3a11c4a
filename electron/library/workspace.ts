import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, opendir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Access } from '#shared/domain/access.ts'
import { type Failed, failed, type Ok, ok } from '#shared/domain/result.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import {
  MANIFEST_NAME,
  type Manifest,
  manifestToFile,
  newManifest,
  readManifest,
} from '#shared/format/manifest.ts'
import { problemOf, unreadableSentence } from './disk-problem.ts'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { errorCode, orMissing } from './file-ops.ts'
import { readRegularFile } from './regular-file.ts'
import { jsonTextOf } from './utf8.ts'

export type Workspace = { readonly root: string; readonly manifest: Manifest; readonly access: Access }

export type OpenFailure = Failed & {
  readonly reason: 'missing' | 'not-a-workspace' | 'damaged' | 'newer' | 'unreadable'
}
export type OpenResult = Ok<Workspace> | OpenFailure

const refused = (reason: OpenFailure['reason'], sentence: string): OpenFailure => ({
  ...failed(sentence),
  reason,
})

/** Makes a folder into a workspace, and the folder where there is none; what lies in it already stays as it is. */
export async function createWorkspace(
  folder: string,
  { name, scheme }: { readonly name?: string; readonly scheme?: Scheme } = {},
): Promise<Ok<Workspace> | Failed> {
  const root = resolve(folder)
  const file = join(root, MANIFEST_NAME)
  try {
    if (await orMissing(stat(file))) return failed(`“${root}” is a workspace already; open it instead.`)
    const manifest = newManifest(randomUUID(), name?.trim() || basename(root), scheme)
    await makeFolderDurably(root)
    await writeDurably(file, [manifestToFile(manifest)])
    return ok({ root, manifest, access: { kind: 'write' } })
  } catch (error) {
    return failed(`No workspace could be made at “${root}”: ${problemOf(error)}`)
  }
}

/** Opens a workspace and writes nothing in it. */
export async function openWorkspace(folder: string): Promise<OpenResult> {
  const root = resolve(folder)
  try {
    const found = await orMissing(stat(root))
    if (!found) return refused('missing', `There is no folder “${root}” any more, or its drive is not here.`)
    if (!found.isDirectory()) {
      return refused('not-a-workspace', `“${root}” is a file; a workspace is a folder.`)
    }
    const bytes = await orMissing(readRegularFile(join(root, MANIFEST_NAME)))
    if (!bytes) return refused('not-a-workspace', `“${root}” is not a Glosswright workspace yet.`)
    const text = jsonTextOf(bytes)
    if (text === null) return refused('damaged', `“${join(root, MANIFEST_NAME)}” is damaged: it is not text.`)
    for (const folder of FOLDERS) await openFolder(join(root, folder))
    return await opened(root, text)
  } catch (error) {
    return refused('unreadable', unreadableSentence(error, root))
  }
}

/** Without these there is nothing to work on. They may be missing, as in a new workspace. */
const FOLDERS = ['articles', 'annotators']

async function openFolder(folder: string): Promise<void> {
  try {
    await (await opendir(folder)).close()
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

async function opened(root: string, text: string): Promise<OpenResult> {
  const read = readManifest(text, join(root, MANIFEST_NAME))
  switch (read.kind) {
    case 'current':
      return ok({ root, manifest: read.value, access: await accessTo(root) })
    case 'newer':
      if (!read.value) return refused('newer', read.sentence)
      return ok({ root, manifest: read.value, access: { kind: 'read', sentence: read.sentence } })
    case 'foreign':
      return refused('not-a-workspace', read.sentence)
    case 'damaged':
      return refused('damaged', read.sentence)
  }
}

async function accessTo(root: string): Promise<Access> {
  try {
    await access(root, constants.W_OK)
  } catch (error) {
    const sentence = `“${root}” can be read but not changed: ${problemOf(error)}`
    if (errorCode(error)) return { kind: 'read', sentence }
    throw error
  }
  return { kind: 'write' }
}
