import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { contentOf, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import { writeOut } from './write-out.ts'

it('writes a text where it is wanted, in the place of what was there', async () => {
  const workspace = await tempWorkspace()
  const file = join(dirname(workspace.root), 'quality.md')
  must(await writeOut(workspace, file, 'Before'))
  expect(must(await writeOut(workspace, file, '# Quality 👋\n'))).toBe(file)
  expect(await readFile(file, 'utf8')).toBe('# Quality 👋\n')
  expect(await readdir(dirname(file))).toEqual(['desk', 'quality.md'])
})

it.each(['glosswright.json', 'team.json', 'annotators/Ana/x.json'])(
  'writes nothing over the workspace’s own %s, not even by a link',
  async (name) => {
    const workspace = await tempWorkspace()
    const before = await contentOf(workspace.root)
    const link = join(dirname(workspace.root), 'link.md')
    await symlink(join(workspace.root, name), link)
    for (const place of [join(workspace.root, name), link])
      expect(await writeOut(workspace, place, 'Gone')).toMatchObject({ ok: false })
    expect(await contentOf(workspace.root)).toEqual(before)
  },
)

it('says in one sentence where it cannot be written', async () => {
  const workspace = await tempWorkspace()
  const folder = join(dirname(workspace.root), 'folder')
  await mkdir(folder)
  for (const place of [folder, join(folder, 'missing', 'quality.md')])
    expect(await writeOut(workspace, place, 'x')).toMatchObject({ ok: false })
  expect(await readdir(folder)).toEqual([])
})
