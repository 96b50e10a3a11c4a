import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { tempFolder } from './library/testing/temp-workspace.ts'
import { OpenedFiles } from './opened-files.ts'
import { startOptions } from './start-options.ts'

it('takes the articles among what stands on the command line, once there is somebody to take them', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'a.txt'), 'A.')
  await writeFile(join(folder, 'main.js'), 'no article')
  await mkdir(join(folder, 'app'))
  const argv = ['app', '--workspace', 'desk', '--no-sandbox', 'a.txt', 'main.js', 'gone.txt', 'odd\0.txt']
  const { paths, workspace } = startOptions(argv, folder)
  expect(workspace).toBe(join(folder, 'desk'))
  const opened = new OpenedFiles(paths)
  const taken: string[] = []
  opened.takeBy(async (files) => void taken.push(...files))
  await vi.waitFor(() => expect(taken).toEqual([join(folder, 'a.txt')]))
})

it('takes a file that the system opens later', async () => {
  const folder = await tempFolder()
  const file = join(folder, 'later.md')
  await writeFile(file, 'Later.')
  const opened = new OpenedFiles([])
  const taken: string[] = []
  opened.takeBy(async (files) => void taken.push(...files))
  await opened.add(file)
  expect(taken).toEqual([file])
})
