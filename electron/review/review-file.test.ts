import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must, tempFolder } from '#electron/library/testing/temp-workspace.ts'
import { pageArticleIn } from '#shared/format/review-page-data.ts'
import { mark } from '#shared/testing/samples.ts'
import { makeReviewFile } from './review-file.ts'
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
    expect(article.marks).toEqual([{ annotator: 'Ana', annotations: [mark('m1', 3, 10), mark('m2', 20, 28)] }])
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
})
