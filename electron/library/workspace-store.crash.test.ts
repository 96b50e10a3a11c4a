import { expect, test } from 'vitest'
import { bundled } from './testing/bundle.ts'
import { Child } from './testing/child.ts'
import { desk } from './testing/desk.ts'
import { idsOnDisk } from './testing/stores.ts'

const RUNS = 20
const LONGEST_LIFE = 60

test('of a process killed at a random moment, every acknowledged edit is on the disk, 20 times of 20', async () => {
  const script = await bundled('editing-script.ts')
  for (let run = 0; run < RUNS; run++) {
    const { workspace, source, id } = await desk()
    const child = new Child(process.execPath, [script, workspace.root, id])
    expect(await child.line(0)).toBe('m0-0')
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE))
    await child.end('SIGKILL')
    const found = new Set(await idsOnDisk(workspace, source))
    expect(child.lines.filter((acknowledged) => !found.has(acknowledged))).toEqual([])
  }
}, 60_000)
