import { renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from '#electron/library/durable-write.ts'
import { MANIFEST_FILE } from './export-manifest.ts'
import type { Place } from './export-place.ts'

/** Gives what lies in `folder` its name. */
export async function putInPlace(folder: string, place: Place, isTold: boolean): Promise<void> {
  if (place.shape === 'folder') renameSync(folder, place.out)
  else {
    renameSync(join(folder, basename(place.out)), place.out)
    if (isTold) renameSync(join(folder, MANIFEST_FILE), place.manifest)
  }
  await syncFolder(dirname(place.out))
}
