import { acquireLock } from '#electron/library/workspace-lock.ts'

/** Says whether it got the lock of a workspace, and stays until it is ended. */
const { kind } = await acquireLock(process.argv[2] as string)
process.stdout.write(`${kind}\n`)
setInterval(() => undefined, 60_000)
