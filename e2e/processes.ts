import { readdirSync, readFileSync } from 'node:fs'

/** One process of Linux, read from /proc. */
export type Process = {
  readonly pid: number
  readonly parent: number
  readonly commandLine: string
  /** 2 when a seccomp filter is in force, which is how Chromium's sandbox holds a process. */
  readonly seccomp: number
}

/** The process with this id and all that descend from it. */
export function processTree(pid: number): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess)
  const tree = all.filter((process) => process.pid === pid)
  for (const parent of tree) tree.push(...all.filter((process) => process.parent === parent.pid))
  return tree
}

/** None when the process ended meanwhile. */
function readProcess(name: string): readonly Process[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8')
    const commandLine = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
    const parent = numberAfter(status, 'PPid')
    return [{ pid: Number(name), parent, commandLine, seccomp: numberAfter(status, 'Seccomp') }]
  } catch {
    return []
  }
}

const numberAfter = (status: string, key: string): number =>
  Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(status)?.[1])
