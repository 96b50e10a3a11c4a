import { beforeEach, expect, it, vi } from 'vitest'
import { ok } from '#shared/domain/result.ts'
import { articleText, mark } from '#shared/testing/samples.ts'
import { HeldBridge } from './testing/held-bridge.ts'

const held = new HeldBridge()
vi.stubGlobal('window', { bridge: held.bridge })
const { desk } = await import('./desk.ts')
const { closeWork, forgetReviewing, openChosenWork, readWork, readWorkAgain, reviewing, reviewWorkOf } =
  await import('./reviewing.ts')

const workspace = (id: string) => ({ id, name: id, access: { kind: 'write' } }) as never
const reviewed = (articleId: string) => ({ articleId, title: articleId, annotations: 1 })
const progress = (...names: readonly string[]) =>
  ok({ annotators: names.map((annotator) => ({ annotator })), articles: 1, opened: [], unread: [] })
const article = articleText('Norland will pay.')
const marksOf = (...names: readonly string[]) =>
  ok({
    records: JSON.stringify(
      names.map((annotator) => ({ annotator, status: 'done', annotations: [mark(annotator, 0, 7)] })),
    ),
    reviews: '[]',
    unread: [],
  })

beforeEach(() => {
  forgetReviewing()
  desk.setState({ workspace: workspace('one'), notice: null })
})

/** Ana's and Bo's work is there, Ana's is chosen. */
async function listed() {
  const reading = readWork()
  ;(await held.next('team:progress')).answer(progress('Ana', 'Bo'))
  ;(await held.next('reviewing:list')).answer(ok({ articles: [reviewed(article.article.id)], unread: [] }))
  await reading
}

it('shows nobody of a workspace that is left', async () => {
  const reading = readWork()
  const late = await held.next('team:progress')
  desk.setState({ workspace: workspace('other') })
  forgetReviewing()
  late.answer(progress('Ana'))
  await reading
  expect(reviewing.getState()).toMatchObject({ annotators: null, annotator: null })
})

it('says that it could not be read whose work there is, instead of waiting for ever', async () => {
  const reading = readWork()
  ;(await held.next('team:progress')).fail()
  await reading
  expect(reviewing.getState().problem).toMatch(/could not be read/)
})

it('opens nothing of somebody whose work is not asked for any more', async () => {
  await listed()
  const opening = openChosenWork()
  ;(await held.next('article:read')).answer(ok(article))
  const marks = await held.next('article:marks')
  const other = reviewWorkOf('Bo')
  ;(await held.next('reviewing:list')).answer(ok({ articles: [reviewed(article.article.id)], unread: [] }))
  await other
  marks.answer(marksOf('Ana', 'Bo'))
  await opening
  expect(reviewing.getState()).toMatchObject({ annotator: 'Bo', work: null })
})

it('reads again the marks alone, and does not open again what is closed meanwhile', async () => {
  await listed()
  const opening = openChosenWork()
  ;(await held.next('article:read')).answer(ok(article))
  ;(await held.next('article:marks')).answer(marksOf('Ana'))
  await opening
  const again = readWorkAgain()
  const late = await held.next('article:marks')
  expect(held.count('article:read')).toBe(0)
  const closing = closeWork()
  late.answer(marksOf('Ana'))
  await again
  expect(reviewing.getState().work).toBeNull()
  ;(await held.next('team:progress')).answer(progress('Ana', 'Bo'))
  ;(await held.next('reviewing:list')).answer(ok({ articles: [], unread: [] }))
  await closing
})

it('says where an article could not be read', async () => {
  await listed()
  const opening = openChosenWork()
  ;(await held.next('article:read')).fail()
  await opening
  expect(desk.getState().notice).toMatch(/could not be read/)
})

it('says what of the list could not be read', async () => {
  const reading = readWork()
  ;(await held.next('team:progress')).answer(progress('Ana'))
  ;(await held.next('reviewing:list')).answer(ok({ articles: [], unread: ['“a.txt” is broken.'] }))
  await reading
  expect(reviewing.getState().unread).toEqual(['“a.txt” is broken.'])
})
