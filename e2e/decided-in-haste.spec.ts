import { expect } from '@playwright/test'
import { goldIn, openAdjudication } from './adjudication-desk.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { signIn } from './marked-workspace.ts'
import { makeSharedWorkspace } from './several-annotators.ts'

const SIDES = 24
const TITLE = 'Sides taken'
const text = `${TITLE}\n\n${Array.from({ length: SIDES }, (_, n) => `Side${n + 10} won`).join('. ')}.\n`
const marksOf = (who: string, words: (side: number) => string) =>
  Array.from({ length: SIDES }, (_, n) => [`${who}-${n}`, 'actor', words(n + 10)] as [string, string, string])

test.beforeEach(({ profile }) => signIn(profile, 'Eva'))

test('decisions made as fast as one can type are all there when the window is closed at once', async ({
  launch,
  folder,
}) => {
  const workspace = await makeSharedWorkspace(folder, [
    {
      text,
      opinions: {
        Ada: marksOf('a', (side) => `Side${side}`),
        Ben: marksOf('b', (side) => `Side${side} won`),
      },
    },
  ])
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await openAdjudication(desk)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`0 of ${SIDES} decided`)).toBeVisible()
  // Faster than any driver types.
  await page.evaluate((times) => {
    for (let n = 0; n < times; n++)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: '1', code: 'Digit1', bubbles: true }),
      )
  }, SIDES)
  await desk.close()
  expect((await goldIn(workspace, TITLE)).annotations).toHaveLength(SIDES)
})
