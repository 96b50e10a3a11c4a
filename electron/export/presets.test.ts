import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { lookedAt } from '#electron/library/looked-at.ts'
import { must, tempFolder, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import { exportAs } from './export-as.ts'
import { listPresets, presetNamed, removePreset, savePreset } from './presets.ts'

const settings = everythingAs('spacy')
let workspace: Workspace
let folder: string

beforeEach(async () => {
  workspace = await tempWorkspace()
  folder = join(workspace.root, 'exports')
})

const named = (name: string, format = 'spacy') => ({ name, settings: { ...settings, format } })

it('keeps settings under a name, a plain file each, and finds them by name or id', async () => {
  expect(await listPresets(workspace)).toEqual({ presets: [], unread: [] })
  const { presets } = must(await savePreset(workspace, named('For Python: the 1st')))
  const kept = { ...named('For Python: the 1st'), id: 'for-python-the-1st' }
  expect(presets).toEqual([kept])
  expect(await presetNamed(workspace, 'For Python: the 1st')).toEqual({ ok: true, value: kept })
  expect(await presetNamed(workspace, 'for-python-the-1st')).toEqual({ ok: true, value: kept })
  expect(JSON.parse(await readFile(join(folder, 'for-python-the-1st.json'), 'utf8'))).toEqual({
    format: 'glosswright/export-preset',
    version: 1,
    ...named('For Python: the 1st'),
  })
})

it('replaces one of the same name, and keeps names apart whose slugs are alike', async () => {
  must(await savePreset(workspace, named('Theirs')))
  must(await savePreset(workspace, named(' Theirs ', 'brat')))
  must(await savePreset(workspace, named('theirs!', 'conll')))
  const { presets } = await listPresets(workspace)
  expect(presets.map(({ id, name, settings: { format } }) => [id, name, format])).toEqual([
    ['theirs', 'Theirs', 'brat'],
    ['theirs-2', 'theirs!', 'conll'],
  ])
})

it('removes one, and nothing that is none', async () => {
  must(await savePreset(workspace, named('Theirs')))
  await writeFile(join(folder, 'dataset.json'), '{"format":"glosswright/dataset"}')
  for (const id of ['dataset', 'nothing', '../glosswright']) must(await removePreset(workspace, id))
  expect(await readdir(folder)).toEqual(['dataset.json', 'theirs.json'])
  expect(must(await removePreset(workspace, 'theirs')).presets).toEqual([])
  expect(await readdir(folder)).toEqual(['dataset.json'])
})

it('names damaged ones in a sentence and leaves them alone', async () => {
  must(await savePreset(workspace, named('Good')))
  const damaged = {
    'cut.json': '{"format":"glosswright/export-preset","ver',
    'newer.json': '{"format":"glosswright/export-preset","version":9}',
    'shape.json': '{"format":"glosswright/export-preset","version":1,"name":"x","settings":{}}',
  }
  for (const [name, content] of Object.entries(damaged)) await writeFile(join(folder, name), content)
  await writeFile(join(folder, 'cut.json'), damaged['cut.json'])
  const { presets, unread } = await listPresets(workspace)
  expect(presets.map(({ name }) => name)).toEqual(['Good'])
  expect(unread).toEqual([
    expect.stringContaining('“exports/cut.json” is damaged'),
    expect.stringContaining('“exports/newer.json” was written by a newer Glosswright'),
    expect.stringContaining('“exports/shape.json” is damaged'),
  ])
  must(await savePreset(workspace, named('cut')))
  expect((await readdir(folder)).sort()).toEqual([
    'cut-2.json',
    'cut.json',
    'good.json',
    'newer.json',
    'shape.json',
  ])
  expect(await readFile(join(folder, 'cut.json'), 'utf8')).toBe(damaged['cut.json'])
})

it('follows no links, neither to read nor to write', async () => {
  const elsewhere = await tempFolder()
  must(await savePreset(workspace, named('Theirs')))
  await symlink(join(folder, 'theirs.json'), join(folder, 'link.json'))
  expect((await listPresets(workspace)).presets.map(({ id }) => id)).toEqual(['theirs'])
  must(await savePreset(workspace, named('link')))
  expect((await lstat(join(folder, 'link.json'))).isSymbolicLink()).toBe(true)

  const other = await tempWorkspace()
  await symlink(elsewhere, join(other.root, 'exports'))
  expect(await savePreset(other, named('Out'))).toMatchObject({ ok: false })
  expect(await readdir(elsewhere)).toEqual([])
})

it('says in a sentence what is not there, and what cannot be written', async () => {
  must(await savePreset(workspace, named('Theirs')))
  expect(await presetNamed(workspace, 'mine')).toEqual({
    ok: false,
    problem: { sentence: 'There is no preset “mine”; the presets are: Theirs.' },
  })
  expect(await savePreset(lookedAt(workspace), named('Mine'))).toMatchObject({ ok: false })
  const other = await tempWorkspace()
  await writeFile(join(other.root, 'exports'), '')
  expect(await savePreset(other, named('Mine'))).toMatchObject({
    problem: { sentence: expect.stringContaining('a file is where a folder should be') },
  })
})

it('is not written over by an export, which may lie beside it', async () => {
  must(await savePreset(workspace, named('Theirs')))
  const before = await readFile(join(folder, 'theirs.json'), 'utf8')
  const exportTo = (name: string) =>
    exportAs(workspace, everythingAs('glosswright'), { out: join(folder, name) })
  expect(await exportTo('theirs.json')).toMatchObject({
    problem: { sentence: expect.stringContaining('is an export preset of the workspace') },
  })
  expect(await readFile(join(folder, 'theirs.json'), 'utf8')).toBe(before)
  expect(await exportTo('dataset.json')).toMatchObject({ ok: true })
  expect(await listPresets(workspace)).toMatchObject({ presets: [{ id: 'theirs' }], unread: [] })
})

it('takes no pipe or folder for a preset', async () => {
  await mkdir(join(folder, 'folder.json'), { recursive: true })
  expect(await listPresets(workspace)).toEqual({ presets: [], unread: [] })
})
