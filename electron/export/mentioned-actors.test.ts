import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { everythingAs } from '#shared/format/export-settings.ts'
import { exportAs } from './export-as.ts'
import { makeExampleWorkspace } from './testing/example-workspace.ts'

test('whom a mention means though nobody registers them any more is in the dataset by the id, and stops no export', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mentioned-'))
  try {
    const workspace = await makeExampleWorkspace(join(folder, 'workspace'))
    const before = join(folder, 'before.json')
    await exportAs(workspace, everythingAs('glosswright'), { out: before })
    const known: { id: string }[] = JSON.parse(await readFile(before, 'utf8')).actors
    for (const annotator of ['Mira', 'Jonas']) {
      const file = join(workspace.root, 'annotators', annotator, 'actors.json')
      const registry = JSON.parse(await readFile(file, 'utf8'))
      await writeFile(file, JSON.stringify({ ...registry, actors: [] }))
    }
    const out = join(folder, 'dataset.json')
    expect(await exportAs(workspace, everythingAs('glosswright'), { out })).toMatchObject({ ok: true })
    const { actors }: { actors: { id: string; name: string }[] } = JSON.parse(await readFile(out, 'utf8'))
    expect(actors.length).toBeGreaterThan(0)
    for (const { id, name } of actors) {
      expect(name).toBe(id)
      expect(known.map((one) => one.id)).toContain(id)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
