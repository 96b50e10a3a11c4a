import { expect, it } from 'vitest'
import { ARGUMENTS } from './arguments.ts'
import { EVENTS, PRELOAD_REQUESTS, REQUESTS } from './channels.ts'
import type { ChannelsAgree } from './contract.ts'

it('names every channel once', () => {
  const names: readonly string[] = [...REQUESTS, ...PRELOAD_REQUESTS, ...EVENTS]
  expect(new Set(names).size).toBe(names.length)
})

it('has a schema for the arguments of every request, and of nothing else', () => {
  expect(Object.keys(ARGUMENTS).sort()).toEqual([...REQUESTS, ...PRELOAD_REQUESTS].sort())
})

it('agrees with the contract on the names of all channels', () => {
  const agree: ChannelsAgree = true // does not compile otherwise
  expect(agree).toBe(true)
})
