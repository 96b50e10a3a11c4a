import { expect, test } from 'vitest'
import { DroppedPaths } from './dropped-paths.ts'

const ending = (end: string) => async (path: string) => path.endsWith(end)

test('each kind goes to who takes it, and the rest comes back', async () => {
  const dropped = new DroppedPaths()
  const given: (readonly string[])[] = []
  const take = async (paths: readonly string[]) => given.push(paths)
  dropped.takeBy({ recognises: ending('.json'), take })
  dropped.takeBy({ recognises: ending('.zip'), take })
  expect(await dropped.give(['a.json', 'b.txt', 'c.zip', 'd.json'])).toEqual(['b.txt'])
  expect(given).toEqual([['a.json', 'd.json'], ['c.zip']])
})

test('who recognises nothing is not asked to take', async () => {
  const dropped = new DroppedPaths()
  dropped.takeBy({ recognises: ending('.json'), take: async () => expect.unreachable() })
  expect(await dropped.give(['b.txt'])).toEqual(['b.txt'])
})
