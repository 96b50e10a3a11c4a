import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { bundled } from './testing/bundle.ts'
import { Child } from './testing/child.ts'
import { tempFolder } from './testing/temp-workspace.ts'

/**
 * Lets every system call of a durable write fail or be the last, one after the other: strace attaches to a process
 * that is about to write, and breaks its first, second, third … call of a kind until there are no more of that kind.
 */
const canTrace = mayAttach() && spawnSync('strace', ['-e', 'inject=getppid:error=EIO', 'true']).status === 0

/** Some systems let a process be traced by its parent alone, or by root. */
function mayAttach(): boolean {
  const setting = '/proc/sys/kernel/yama/ptrace_scope'
  const scope = existsSync(setting) ? readFileSync(setting, 'utf8').trim() : '0'
  return scope === '0' || (process.getuid?.() === 0 && scope !== '3')
}

const CALLS = [
  'openat',
  'write',
  'fsync',
  '?fstat,?statx,?newfstatat',
  'close',
  '?rename,?renameat,?renameat2',
]
const content = (letter: string): string => letter.repeat(2000)

let script: string
beforeAll(async () => {
  if (canTrace) script = await bundled('writing-script.ts')
})

type Trial = { readonly wasBroken: boolean; readonly answer: string | undefined }

/** One write of B's over A's, its `nth` call of a kind broken as `fault` says. */
async function writeUnder(child: Child, call: string, fault: string, nth: number): Promise<Trial> {
  const log = join(await tempFolder(), 'strace.log')
  const answers = child.lines.length
  const inject = `inject=${call}:${fault}:when=${nth}`
  const strace = new Child('strace', ['-f', '-o', log, '-e', inject, '-p', String(child.process.pid)])
  await strace.line(0)
  child.say('b')
  const answer = await child.line(answers)
  await strace.end('SIGINT')
  return { wasBroken: (await readFile(log, 'utf8')).includes('(INJECTED)') || answer === undefined, answer }
}

/** A process that is ready to write B's; one that survived the last trial does. */
async function writer(file: string, last: Child | null): Promise<Child> {
  if (last && !last.hasExited) return last
  const child = new Child(process.execPath, [script, file])
  await child.line(0)
  return child
}

/** Breaks each call of a kind in turn; resolves to how many there were. */
async function breakEach(call: string, fault: string): Promise<number> {
  const file = join(await tempFolder(), 'kept.json')
  let child: Child | null = null
  for (let nth = 1; ; nth++) {
    await writeFile(file, content('a'))
    child = await writer(file, child)
    const { wasBroken, answer } = await writeUnder(child, call, fault, nth)
    const found = await readFile(file, 'utf8')
    expect([content('a'), content('b')]).toContain(found)
    if (answer === 'ack') expect(found).toBe(content('b'))
    if (wasBroken) continue
    expect(answer).toBe('ack')
    await child.end('SIGKILL')
    return nth - 1
  }
}

async function breakAll(calls: readonly string[], fault: string): Promise<void> {
  for (const call of calls) expect(await breakEach(call, fault)).toBeGreaterThan(0)
}

test.skipIf(!canTrace)(
  'at whatever system call it is killed, the old or the new file is there whole, and the new one if acknowledged',
  () => breakAll([...CALLS, 'write'], 'signal=SIGKILL'),
  60_000,
)

// Not `write`: the engine wakes its threads by writing, and ends when it cannot. Writes that fail are the matter of
// the test of the full disk.
test.skipIf(!canTrace).each(['ENOSPC', 'EIO'])(
  'whatever system call fails with %s, the old or the new file is there whole, and the new one if acknowledged',
  (code) => breakAll(CALLS, `error=${code}`),
  60_000,
)
