import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode, orMissing } from './file-ops.ts'
import { pathInside } from './ids.ts'
import type { Workspace } from './workspace.ts'

const OURS = /^\..*\.(\d+)-[0-9a-f]{12}\.glosswright-tmp$/s
const DAY = 24 * 60 * 60 * 1000

/**
 * Removes what the durable writer left in `folder` when it was killed: what belongs to a process that is gone, or is a day old.
 * A folder that cannot be read or changed is left alone; it will be heard of when it is written to.
 */
export async function removeStaleTemps(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const pid = OURS.exec(name)?.[1]
    if (pid === undefined) continue
    const path = join(folder, name)
    if (!isAlive(Number(pid)) || (await isOld(path)))
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Removes what a killed process left of an annotator's work, as well as can be: opening a file tells what is wrong. */
export async function tidyWorkspace({ root }: Workspace, annotator: string): Promise<void> {
  const own = `annotators/${annotator}`
  for (const name of ['.', 'articles', 'sources', own, `${own}/reviews`]) {
    await pathInside(root, name)
      .then(removeStaleTemps)
      .catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await orMissing(lstat(path))
  return found !== null && Date.now() - found.mtimeMs > DAY
}
