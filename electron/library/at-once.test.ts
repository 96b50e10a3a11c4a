import { describe, expect, it } from 'vitest'
import { mapAhead, mapAtOnce } from './at-once.ts'

const later = <T>(value: T, turns: number): Promise<T> =>
  turns === 0 ? Promise.resolve(value) : Promise.resolve().then(() => later(value, turns - 1))

describe('work that is begun before its turn', () => {
  it('has its results in the order of the items, never more begun than may be', async () => {
    const open = new Set<number>()
    const seen: number[] = []
    let most = 0
    const results = mapAhead([5, 0, 3, 1, 4, 2], 3, async (item) => {
      open.add(item)
      most = Math.max(most, open.size)
      await later(null, item)
      open.delete(item)
      return item
    })
    for await (const result of results) seen.push(result)
    expect(seen).toEqual([5, 0, 3, 1, 4, 2])
    expect(most).toBe(3)
  })

  it('fails where the first of them fails, after what came before', async () => {
    const seen: number[] = []
    const results = mapAhead([1, 2, 3, 4], 4, async (item) => {
      if (item >= 3) throw new Error(`no ${item}`)
      return item
    })
    const all = async () => {
      for await (const result of results) seen.push(result)
    }
    await expect(all()).rejects.toThrow('no 3')
    expect(seen).toEqual([1, 2])
  })
})

describe('work done at once', () => {
  it('has its results in the order of the items', async () => {
    expect(await mapAtOnce([3, 0, 1], 2, (item) => later(item, item))).toEqual([3, 0, 1])
  })
})
