import type { PreferencesPatch } from '#shared/ipc/contract.ts'
import { bridge } from '../bridge.ts'
import { desk } from './desk.ts'

export async function setPreferences(patch: PreferencesPatch): Promise<void> {
  desk.setState(({ preferences }) => ({ preferences: { ...preferences, ...patch } }))
  await bridge.request('preferences:set', patch)
}
