import { expect, it } from 'vitest'
import type { ArticleEdit } from '#electron/library/bulk-file.ts'
import { addedArticle, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import { mark, now } from '#shared/testing/samples.ts'
import { editsOfRule, previewOfRule } from './adjudication.ts'
import { AdjudicationReader } from './adjudication-reader.ts'
import { comparedAnnotators } from './codings.ts'
import { annotated } from './testing/annotators.ts'

const RULE = { labels: null, articles: null } as const

async function desk() {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, 'Norland promised the fishers a harbour.')
  await annotated(workspace, source, 'Ana', { marks: [mark('a1', 0, 7), mark('a2', 17, 28)] })
  await annotated(workspace, source, 'Bo', { marks: [mark('b1', 0, 7), mark('b2', 21, 28)] })
  await annotated(workspace, source, 'Cy', { marks: [mark('c1', 0, 7), mark('c2', 21, 28)] })
  const alone = await addedArticle(workspace, 'The strike is off.')
  await annotated(workspace, alone, 'Ana', { marks: [mark('a', 4, 10)] })
  return { workspace, source, annotators: must(await comparedAnnotators(workspace, null)) }
}

it('lists what is open in the articles that two or more have opened', async () => {
  const { workspace, annotators } = await desk()
  expect(await new AdjudicationReader(workspace).read(annotators)).toMatchObject([
    { annotators, groups: { same: 1, boundary: 1 }, decided: 0, discussed: 0, open: 1, isDone: false },
  ])
})

it('shows what a rule decides, and what it cannot', async () => {
  const { workspace, annotators } = await desk()
  const preview = (rule: Parameters<typeof previewOfRule>[2]) => previewOfRule(workspace, annotators, rule)
  expect(await preview({ ...RULE, kinds: ['same', 'boundary'], take: { kind: 'majority' } })).toMatchObject({
    groups: 2,
    articles: 1,
    left: 0,
    examples: [{ quote: 'Norland' }, { quote: 'the fishers' }],
  })
  expect(
    await preview({ ...RULE, kinds: ['boundary'], take: { kind: 'annotator', name: 'Di' } }),
  ).toMatchObject({ groups: 0, left: 1 })
  expect(
    await preview({ ...RULE, kinds: ['boundary'], labels: ['commitment'], take: { kind: 'reject' } }),
  ).toMatchObject({ groups: 0, left: 0 })
})

it('takes the mark that most have, as an edit of gold’s', async () => {
  const { workspace, annotators, source } = await desk()
  const rule = { ...RULE, kinds: ['boundary'], take: { kind: 'majority' } } as const
  const deciding = { name: 'Rule', by: 'Eva', now, newId: () => crypto.randomUUID() }
  const edits: ArticleEdit[] = []
  for await (const one of editsOfRule(workspace, annotators, rule, deciding)) edits.push(one)
  expect(edits.map(({ articleId }) => articleId)).toEqual([source.article.id])
  expect(edits[0]?.edit.changes).toMatchObject([
    { kind: 'judgement', after: { outcome: 'accepted', by: 'Eva', about: [{ annotator: 'Bo' }, {}, {}] } },
    { kind: 'annotation', after: { start: 21, end: 28, origin: { kind: 'adjudicated', by: 'Eva' } } },
    { kind: 'status', after: 'in progress' },
  ])
})
