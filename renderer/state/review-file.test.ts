import { expect, it, vi } from 'vitest'
import { HeldBridge } from './testing/held-bridge.ts'

const held = new HeldBridge()
vi.stubGlobal('window', { bridge: held.bridge })
const { desk } = await import('./desk.ts')
const { chooseAnnotator, chooseAnswers, forgetReviewFile, makeReviewFile, reviewFile } = await import(
  './review-file.ts'
)

it('is there for the next try after what was asked for has failed', async () => {
  chooseAnnotator('Ana', true)
  const making = makeReviewFile()
  ;(await held.next('review-file:make')).fail()
  await making
  expect(reviewFile.getState()).toMatchObject({
    isBusy: false,
    makeProblem: expect.stringContaining('could not be made'),
  })
  const choosing = chooseAnswers()
  ;(await held.next('review-file:choose')).fail()
  await choosing
  expect(reviewFile.getState()).toMatchObject({
    isBusy: false,
    takeProblem: expect.stringContaining('could not be read'),
  })
})

it('shows nothing in one workspace that was made in another', async () => {
  chooseAnnotator('Ana', true)
  const making = makeReviewFile()
  const late = await held.next('review-file:make')
  desk.setState({ workspace: { id: 'other' } as never })
  forgetReviewFile()
  late.answer({ ok: true, value: { out: 'a.html', articles: 1, annotations: 1, bytes: 1 } })
  await making
  expect(reviewFile.getState().made).toBeNull()
})
