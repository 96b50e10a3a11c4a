import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { orMissing } from '#electron/library/file-ops.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { EXPORT_FORMAT, MANIFEST_FILE } from '#shared/format/export-manifest.ts'
import { PRESET_FORMAT } from '#shared/format/export-preset.ts'
import { ExportStopped } from './export-stopped.ts'
import { formatOf } from './format-of.ts'
import { outFile, outFolder, realPlace } from './out-file.ts'
import { PRESETS } from './presets.ts'
import { type Obstacle, obstacleIn, restoreFolder } from './replaced-folder.ts'

/** Where an export goes, links followed, and where what tells of it lies. */
export type Place = { readonly out: string; readonly shape: 'file' | 'folder'; readonly manifest: string }

/** @throws {ExportStopped} where something else is there that an export must not replace; system errors. */
export async function placeFor(workspace: Workspace, shape: Place['shape'], typed: string): Promise<Place> {
  const out = await (shape === 'file' ? outFile : outFolder)(workspace, typed)
  if (!out.ok) throw new ExportStopped(out.problem.sentence)
  const manifest = shape === 'file' ? `${out.value}.export.json` : join(out.value, MANIFEST_FILE)
  const place = { out: out.value, shape, manifest }
  const presets = await realPlace(join(workspace.root, PRESETS))
  await (shape === 'file' ? checkFile(place, typed, presets) : checkFolder(place, typed, presets))
  return place
}

const OTHER = 'please choose another place.'

async function checkFile({ out, manifest }: Place, typed: string, presets: string): Promise<void> {
  if (dirname(out) === presets && (await formatOf(out)) === PRESET_FORMAT)
    throw new ExportStopped(`“${typed}” is an export preset of the workspace; ${OTHER}`)
  const beside = await orMissing(lstat(manifest))
  const isOurs = !beside || (beside.isFile() && (await formatOf(manifest)) === EXPORT_FORMAT)
  if (!isOurs)
    throw new ExportStopped(
      `“${manifest}” is there already, where the export’s manifest would go, and is none; ${OTHER}`,
    )
}

async function checkFolder({ out }: Place, typed: string, presets: string): Promise<void> {
  if (out === presets) throw new ExportStopped(`“${typed}” belongs to the workspace; ${OTHER}`)
  await restoreFolder(out)
  const obstacle = await obstacleIn(out)
  if (obstacle) throw new ExportStopped(refusalOf(obstacle, typed))
}

function refusalOf(obstacle: Obstacle, typed: string): string {
  if (obstacle.kind === 'foreign') return `“${typed}” is not empty, and no export of ours; ${OTHER}`
  if (obstacle.kind === 'stranger')
    return `“${typed}” holds “${obstacle.path}”, which no export has written; ${OTHER}`
  return `“${obstacle.path}” in “${typed}” was changed since it was exported; move it away, or choose another folder.`
}
