import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addedArticle, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { GOLD } from '#shared/domain/review.ts'
import { mark } from '#shared/testing/samples.ts'
import { AdjudicationReader } from './adjudication-reader.ts'
import { comparedAnnotators } from './codings.ts'
import { annotated } from './testing/annotators.ts'

// Files that were written just now may be written again without a sign of it.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 }))
afterEach(() => void vi.useRealTimers())

async function differing(workspace: Workspace, text: string): Promise<ArticleText> {
  const source = await addedArticle(workspace, text)
  await annotated(workspace, source, 'Ana', { marks: [mark(`a-${text}`, 0, 3)] })
  await annotated(workspace, source, 'Bo', { marks: [mark(`b-${text}`, 0, 4)] })
  return source
}

it('counts again only those articles whose files are others', async () => {
  const workspace = await tempWorkspace()
  const [harbour, strike] = [await differing(workspace, 'Harbour'), await differing(workspace, 'Strike')]
  const reader = new AdjudicationReader(workspace)
  const read = async () => {
    const rows = await reader.read(must(await comparedAnnotators(workspace, null)))
    return [harbour, strike].map(({ article }) => rows.find(({ articleId }) => articleId === article.id))
  }
  const before = await read()
  expect(before).toMatchObject([{ open: 1 }, { open: 1 }])
  await annotated(workspace, harbour, 'Bo', { marks: [mark('b', 0, 3)] })
  const edited = await read()
  expect(edited).toMatchObject([{ open: 0, groups: { same: 1 } }, {}])
  expect(edited[1]).toBe(before[1])
  await annotated(workspace, strike, GOLD, { marks: [] })
  const settled = await read()
  expect(settled).toMatchObject([{ isDone: false }, { isDone: true }])
  expect(settled[0]).toBe(edited[0])
})

it('counts all again once somebody else’s marks are compared too', async () => {
  const workspace = await tempWorkspace()
  const source = await differing(workspace, 'Harbour')
  const reader = new AdjudicationReader(workspace)
  expect(await reader.read(['Ana', 'Bo'])).toMatchObject([{ annotators: ['Ana', 'Bo'] }])
  await annotated(workspace, source, 'Cy', { marks: [] })
  expect(await reader.read(['Ana', 'Bo', 'Cy'])).toMatchObject([{ annotators: ['Ana', 'Bo', 'Cy'] }])
})
