import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renameAnnotator } from '#electron/library/rename-annotator.ts'
import { must, tempFolder } from '#electron/library/testing/temp-workspace.ts'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import { pageArticleIn, pageArticleToFile, REVIEW_PAGE } from '#shared/format/review-page-data.ts'
import { commentEdit } from '#shared/review/review-edits.ts'
import { articleText, mark, now } from '#shared/testing/samples.ts'
import { htmlOf, makeReviewFile } from './review-file.ts'
import { annotated, says } from './testing/annotators.ts'
import { reviewedDesk } from './testing/reviewed-desk.ts'

const order = async (desk: Awaited<ReturnType<typeof reviewedDesk>>) => ({
  workspace: desk.workspace,
  annotators: ['Ana'],
  articles: null,
  doneOnly: false,
  by: 'Otto',
  assets: { script: 'start()', style: '' },
  out: join(await tempFolder(), 'review.html'),
  now: '2026-03-01T00:00:00.000Z',
})

const dataIn = (html: string) =>
  JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '')

describe('a review file', () => {
  it('holds the marks of those who were named, where they stand', async () => {
    const desk = await reviewedDesk()
    const made = must(await makeReviewFile(await order(desk)))
    expect(made).toMatchObject({ articles: 1, annotations: 2 })
    const html = await readFile(made.out, 'utf8')
    expect(Buffer.byteLength(html)).toBe(made.bytes)
    const article = pageArticleIn(dataIn(html).articles[0])
    expect(article.marks).toEqual([
      { annotator: 'Ana', annotations: [mark('m1', 3, 10), mark('m2', 20, 28)] },
    ])
    await desk.close()
  })

  it('holds what was said of the marks that are shown, whatever their annotators were called then', async () => {
    const desk = await reviewedDesk()
    const speaker = { by: 'Bo', now, newId: () => crypto.randomUUID() }
    const about = (annotator: string, id: string) => commentEdit({ annotator, id }, 'Why?', speaker)
    await says(desk.workspace, desk.source, 'Bo', about('Ana', 'm1'), about('Ana', 'm2'))
    must(await renameAnnotator(desk.workspace, 'Ana', 'Ana Ruiz'))
    await annotated(desk.workspace, desk.source, 'Ben', { marks: [mark('m2', 20, 28)] })
    const asked = { ...(await order(desk)), annotators: ['Ana Ruiz', 'Ben'] }
    const made = must(await makeReviewFile(asked))
    const { said } = pageArticleIn(dataIn(await readFile(made.out, 'utf8')).articles[0])
    expect(said.flatMap(({ comments }) => comments.map(({ about }) => about))).toEqual([
      { annotator: 'Ana Ruiz', id: 'm1' },
    ])
    await desk.close()
  })

  it('is not made of people who are not here, or who have opened nothing', async () => {
    const desk = await reviewedDesk()
    const asked = await order(desk)
    expect(await makeReviewFile({ ...asked, annotators: ['Bo'] })).toMatchObject({
      problem: { sentence: expect.stringContaining('“Bo”') },
    })
    expect((await makeReviewFile({ ...asked, doneOnly: true })).ok).toBe(false)
    await desk.close()
  })

  it('of 20 articles of 6,000 characters with 60 marks each has room for its script and style in 1 MB', () => {
    const text = 'Norland will pay. '.repeat(334)
    const annotations = Array.from({ length: 60 }, (_, i) => mark(crypto.randomUUID(), i * 90, i * 90 + 45))
    const article = pageArticleToFile({
      of: articleText(text, { id: 'norland-will-pay-0a1b2c3d' }),
      ...{
        title: 'Norland will pay',
        source: 'The Post',
        published: '2026-01-02',
        boilerplate: [],
        said: [],
      },
      marks: [{ annotator: 'Ana', annotations }],
    })
    const articles = Array.from({ length: 20 }, () => article)
    const workspace = { id: 'w', name: 'Desk' }
    const data = { ...REVIEW_PAGE, made: now, by: 'Ana', workspace, scheme: ACA_1, actors: {}, articles }
    expect(Buffer.byteLength(htmlOf(data, { script: '', style: '' }))).toBeLessThan(750_000)
  })
})
