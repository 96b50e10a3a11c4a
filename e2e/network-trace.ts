import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Electron under strace: every internet address that any of its processes connects or sends to. */
export type NetworkTrace = { readonly executable: string; readonly addresses: () => readonly string[] }

/**
 * Makes an executable in `folder` that starts Electron under strace.
 *
 * The test driver needs no exception: it connects to ports on which Electron listens, so the app's side accepts and
 * never connects, and strace names an address in neither its reads nor its writes there.
 */
export async function traceNetwork(folder: string): Promise<NetworkTrace> {
  const log = path.join(folder, 'network.log')
  const executable = path.join(folder, 'electron')
  const electron = createRequire(import.meta.url)('electron') as string
  const calls = 'connect,sendto,sendmsg,sendmmsg'
  await writeFile(
    executable,
    `#!/bin/sh\nexec strace -f -qq -o '${log}' -e trace=${calls} '${electron}' "$@"\n`,
  )
  await chmod(executable, 0o755)
  return { executable, addresses: () => internetAddresses(log) }
}

const internetAddresses = (log: string): readonly string[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /sa_family=AF_INET6?\b/.test(line))

/** False where strace is missing or may not trace, as in some containers. */
export const canTrace = (): boolean =>
  existsSync('/proc/self/status') && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0
