import { expect, it } from 'vitest'
import { addBrought } from './brought-article.ts'
import { parserHere } from './import/testing/parser-here.ts'
import { readArticle } from './library/articles.ts'
import { must, tempWorkspace } from './library/testing/temp-workspace.ts'

it('makes an article of pasted words, and the same words are one article', async () => {
  const workspace = await tempWorkspace()
  const words = { html: null, text: 'Truce holds\n\nThe truce of Qasran holds. 😀' }
  const made = must(await addBrought(workspace, parserHere, words))
  expect(made.outcome).toBe('imported')
  const { article, text } = must(await readArticle(workspace, made.articleId))
  expect([article.metadata.title, text]).toEqual(['Truce holds', words.text])
  expect(must(await addBrought(workspace, parserHere, words))).toEqual({ ...made, outcome: 'duplicate' })
})

it('takes the words where their form has none', async () => {
  const workspace = await tempWorkspace()
  const made = must(await addBrought(workspace, parserHere, { html: ' ', text: 'Words alone.' }))
  expect(must(await readArticle(workspace, made.articleId)).text).toBe('Words alone.')
})

it('refuses what is larger than any file may be, and takes the words where only their form is', async () => {
  const workspace = await tempWorkspace()
  const large = 'A word. '.repeat(3_600_000)
  expect(await addBrought(workspace, parserHere, { html: null, text: large })).toEqual({
    ok: false,
    problem: { sentence: 'The text is too large (28 MB; the limit is 25 MB); please bring it in pieces.' },
  })
  const made = must(await addBrought(workspace, parserHere, { html: large, text: 'A word.' }))
  expect(must(await readArticle(workspace, made.articleId)).text).toBe('A word.')
})

it('says so when there is nothing, and keeps half a character out of the files', async () => {
  const workspace = await tempWorkspace()
  expect((await addBrought(workspace, parserHere, { html: null, text: ' \n' })).ok).toBe(false)
  const made = must(await addBrought(workspace, parserHere, { html: null, text: 'Half \ud83d of it.' }))
  expect(must(await readArticle(workspace, made.articleId)).text).toBe('Half \ufffd of it.')
})
