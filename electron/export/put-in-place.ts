import { renameSync } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from '#electron/library/durable-write.ts'
import { orMissing } from '#electron/library/file-ops.ts'
import type { Place } from './export-place.ts'
import { replaceFolder } from './replaced-folder.ts'

/** What was made for a place, in a folder beside it. */
export type Made = {
  readonly temp: string
  /** Holds the export's files. */
  readonly folder: string
  /** Of a file that is told of; that of a folder lies in it. */
  readonly manifest: string | null
}

/** Gives an export its name, so that what lay there before is there whole until the new one is. */
export async function putInPlace(made: Made, place: Place): Promise<void> {
  if (place.shape === 'folder') return replaceFolder(made.folder, place.out)
  await putFile(made, place)
  await syncFolder(dirname(place.out))
}

/** The old manifest goes first and the new one comes last, so that none ever stands beside a file that it does not tell of. */
async function putFile({ temp, folder, manifest }: Made, place: Place): Promise<void> {
  const aside = join(temp, 'earlier-manifest')
  const wasTold = (await orMissing(lstat(place.manifest))) !== null
  if (wasTold) renameSync(place.manifest, aside)
  try {
    renameSync(join(folder, basename(place.out)), place.out)
  } catch (error) {
    if (wasTold) renameSync(aside, place.manifest)
    throw error
  }
  if (manifest !== null) renameSync(manifest, place.manifest)
}
