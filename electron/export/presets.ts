import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { problemOf, unreadableSentence } from '#electron/library/disk-problem.ts'
import { makeFolderDurably, writeDurably } from '#electron/library/durable-write.ts'
import { errorCode, orMissing } from '#electron/library/file-ops.ts'
import { filesIn } from '#electron/library/folder.ts'
import { insideWorkspace } from '#electron/library/ids.ts'
import { readRegularFile } from '#electron/library/regular-file.ts'
import { slugOf } from '#electron/library/slug.ts'
import { jsonTextOf } from '#electron/library/utf8.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { compareText } from '#shared/domain/compare-text.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { type ExportPreset, presetToFile, readPreset } from '#shared/format/export-preset.ts'
import type { NamedPreset } from '#shared/ipc/exchange.ts'

/**
 * Export settings under a name, which a workspace keeps in `exports/`, a file each; that of a name is its slug. Other
 * files may lie there as well: exports, for one.
 */
export type Presets = {
  /** By name. */
  readonly presets: readonly NamedPreset[]
  /** Sentences about those that cannot be read. */
  readonly unread: readonly string[]
}

/** The folder of a workspace that they lie in. */
export const PRESETS = 'exports'

export async function listPresets({ root }: Workspace): Promise<Presets> {
  try {
    return await presetsAmong(root, await filesIn(root, PRESETS))
  } catch (error) {
    return { presets: [], unread: [unreadableSentence(error, join(root, PRESETS))] }
  }
}

async function presetsAmong(root: string, names: readonly string[]): Promise<Presets> {
  const read = await Promise.all(
    names.filter((name) => name.endsWith('.json')).map((name) => presetIn(root, name)),
  )
  const presets = read.flatMap((one) => (one.kind === 'preset' ? [one.preset] : []))
  return {
    presets: presets.sort(byName),
    unread: read.flatMap((one) => (one.kind === 'unread' ? [one.sentence] : [])),
  }
}

const byName = (a: NamedPreset, b: NamedPreset): number =>
  compareText(a.name, b.name) || compareText(a.id, b.id)

type Read =
  | { readonly kind: 'preset'; readonly preset: NamedPreset }
  | { readonly kind: 'unread'; readonly sentence: string }
  | { readonly kind: 'other' }

/** Nothing of ours is longer: what is, is something else, and is not read. */
const LONGEST = 4 * 1024 * 1024

async function presetIn(root: string, name: string): Promise<Read> {
  const named = `${PRESETS}/${name}`
  try {
    const bytes = await readRegularFile(join(root, PRESETS, name))
    if (bytes.length > LONGEST) return { kind: 'other' }
    const text = jsonTextOf(bytes)
    if (text === null) return { kind: 'unread', sentence: `“${named}” is damaged: it is not text.` }
    const read = readPreset(text, named)
    if (read.kind === 'current')
      return { kind: 'preset', preset: { ...read.value, id: name.slice(0, -'.json'.length) } }
    return read.kind === 'foreign' ? { kind: 'other' } : { kind: 'unread', sentence: read.sentence }
  } catch (error) {
    return { kind: 'unread', sentence: `“${named}” could not be read: ${problemOf(error)}` }
  }
}

/** The preset of that name, else of that id; those that cannot be read do not matter to it. */
export async function presetNamed(workspace: Workspace, nameOrId: string): Promise<Result<NamedPreset>> {
  const { presets, unread } = await listPresets(workspace)
  const found = presets.find(({ name }) => name === nameOrId) ?? presets.find(({ id }) => id === nameOrId)
  if (found) return ok(found)
  const names = presets.map(({ name }) => name).join(', ') || 'none'
  return failed([`There is no preset “${nameOrId}”; the presets are: ${names}.`, ...unread].join(' '))
}

/** Keeps a preset; one of the same name is replaced. Resolves to all of them. */
export async function savePreset(workspace: Workspace, preset: ExportPreset): Promise<Result<Presets>> {
  return changing(workspace, async () => {
    const name = preset.name.trim()
    const { presets } = await listPresets(workspace)
    const id = presets.find((one) => one.name === name)?.id ?? (await freeId(workspace, name))
    await makeFolderDurably(join(workspace.root, PRESETS))
    await writeDurably(fileOf(workspace, id), [presetToFile({ ...preset, name })])
  })
}

/** Its file is removed; what is no preset stays. */
export async function removePreset(workspace: Workspace, id: string): Promise<Result<Presets>> {
  return changing(workspace, async () => {
    const { presets } = await listPresets(workspace)
    if (presets.some((preset) => preset.id === id)) await unlink(fileOf(workspace, id))
  })
}

const fileOf = ({ root }: Workspace, id: string): string => join(root, PRESETS, `${id}.json`)

async function changing(workspace: Workspace, change: () => Promise<void>): Promise<Result<Presets>> {
  if (workspace.access.kind === 'read') return failed(workspace.access.sentence)
  const folder = await insideWorkspace(workspace.root, PRESETS)
  if (!folder.ok) return folder
  try {
    await change()
    return ok(await listPresets(workspace))
  } catch (error) {
    if (!errorCode(error)) throw error
    return failed(`The presets in “${PRESETS}” could not be changed: ${problemOf(error)}`)
  }
}

/** Its slug, or that with a number where something lies there already. */
async function freeId({ root }: Workspace, name: string): Promise<string> {
  const slug = slugOf(name)
  const taken = new Set(
    ((await orMissing(readdir(join(root, PRESETS)))) ?? []).map((one) => one.toLowerCase()),
  )
  let id = slug
  for (let n = 2; taken.has(`${id}.json`); n++) id = `${slug}-${n}`
  return id
}
