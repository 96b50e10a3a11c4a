import { beforeEach, expect, it, vi } from 'vitest'
import { emptyHistory } from '#shared/domain/history.ts'
import { HeldBridge } from './testing/held-bridge.ts'

const held = new HeldBridge()
vi.stubGlobal('window', { bridge: held.bridge })
const { desk } = await import('./desk.ts')
const { agreement, forgetAgreement, measureAgreement } = await import('./agreement.ts')

beforeEach(() => {
  forgetAgreement()
  desk.setState({ history: emptyHistory })
})

it('goes on measuring when the question before it is called off', async () => {
  const first = measureAgreement()
  const early = await held.next('agreement:measure')
  const second = measureAgreement()
  early.answer(null)
  await first
  expect(agreement.getState()).toMatchObject({ isCancelled: false, progress: { done: 0 } })
  ;(await held.next('agreement:measure')).answer(null)
  await second
  expect(agreement.getState()).toMatchObject({ isCancelled: true, progress: null })
})

it('knows what was done since it was asked', async () => {
  const measuring = measureAgreement()
  const { history } = desk.getState()
  desk.setState({ history: { ...emptyHistory } })
  ;(await held.next('agreement:measure')).fail()
  await measuring
  expect(agreement.getState().answer?.ok).toBe(false)
  expect(agreement.getState().of).toBe(history)
})
