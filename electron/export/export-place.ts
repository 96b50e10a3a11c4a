import type { Workspace } from '#electron/library/workspace.ts'
import { manifestPlace } from './export-manifest.ts'
import { ExportStopped } from './export-stopped.ts'
import { outFile, outFolder } from './out-file.ts'

/** Where an export goes, links followed, and where what tells of it lies. */
export type Place = { readonly out: string; readonly shape: 'file' | 'folder'; readonly manifest: string }

/** @throws {ExportStopped} where something else is there; system errors. */
export async function placeFor(workspace: Workspace, shape: Place['shape'], typed: string): Promise<Place> {
  const out = await (shape === 'file' ? outFile : outFolder)(workspace, typed)
  if (!out.ok) throw new ExportStopped(out.problem.sentence)
  return { out: out.value, shape, manifest: manifestPlace(out.value, shape) }
}
