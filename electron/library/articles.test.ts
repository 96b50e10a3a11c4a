import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addArticle } from './add-article.ts'
import { articleIds, readArticle } from './articles.ts'
import { addedArticle, contentOf, draft, must, tempWorkspace } from './testing/temp-workspace.ts'

const TEXT = '\n\r\n Norland\u00a0promised 😀 help.\r'

test('the text comes back exactly as it was given, and so does what is known of it', async () => {
  const workspace = await tempWorkspace()
  const { article, text } = await addedArticle(workspace, TEXT, 'Help promised')
  expect(text).toBe(TEXT)
  expect(article.id).toMatch(/^help-promised-[0-9a-f]{8}$/)
  expect(article.metadata.title).toBe('Help promised')
  expect(await articleIds(workspace)).toEqual([article.id])
})

test('two workspaces that import the same have the same bytes, save the manifest', async () => {
  const [one, two] = [await tempWorkspace(), await tempWorkspace()]
  const drafts = [
    draft(TEXT),
    draft('B', 'Second', { provenance: provenance('html'), original: Buffer.from('<p>B') }),
  ]
  for (const each of drafts) await addArticle(one, each)
  for (const each of drafts.toReversed()) await addArticle(two, each)
  const [first, second] = [await contentOf(one.root), await contentOf(two.root)]
  expect(Object.keys(first)).toHaveLength(6)
  expect({ ...first, 'glosswright.json': '' }).toEqual({ ...second, 'glosswright.json': '' })
})

const provenance = (original: string) => ({
  encoding: 'utf-8',
  certainty: 100,
  byteOrderMark: false,
  original,
})

test('the original is kept beside the text when it is not the text', async () => {
  const workspace = await tempWorkspace()
  const bytes = Uint8Array.of(0xff, 0xfe, 0x41, 0)
  const added = await addArticle(
    workspace,
    draft('A', 'A', { provenance: provenance('txt'), original: bytes }),
  )
  if (added.kind !== 'imported') throw new Error(added.kind)
  expect(await readFile(join(workspace.root, 'sources', `${added.id}.txt`))).toEqual(Buffer.from(bytes))
})

test('the same text is a duplicate, whatever its title, also when both come at once', async () => {
  const workspace = await tempWorkspace()
  const outcomes = await Promise.all([
    addArticle(workspace, draft(TEXT, 'A')),
    addArticle(workspace, draft(TEXT, 'B')),
  ])
  expect(outcomes.map(({ kind }) => kind)).toEqual(['imported', 'duplicate'])
  const before = await contentOf(workspace.root)
  expect(await addArticle(workspace, draft(TEXT, 'C'))).toMatchObject({ kind: 'duplicate' })
  expect(await contentOf(workspace.root)).toEqual(before)
})

test('of many texts at once each becomes one article, and what others add meanwhile is seen after', async () => {
  const workspace = await tempWorkspace()
  const texts = Array.from({ length: 30 }, (_, i) => `Text ${i % 10}`)
  const [outcomes] = await Promise.all([
    Promise.all(texts.map((text, i) => addArticle(workspace, draft(text, `Title ${i}`)))),
    addArticle({ ...workspace }, draft(TEXT, 'theirs')),
  ])
  expect(outcomes.map(({ kind }) => kind)).toEqual(texts.map((_, i) => (i < 10 ? 'imported' : 'duplicate')))
  expect(await articleIds(workspace)).toHaveLength(11)
  expect(await addArticle(workspace, draft(TEXT, 'ours'))).toMatchObject({ kind: 'duplicate' })
})

test('an article that another program added meanwhile is seen', async () => {
  const workspace = await tempWorkspace()
  await addArticle(workspace, draft('first'))
  await addArticle({ ...workspace }, draft(TEXT, 'theirs'))
  expect(await addArticle(workspace, draft(TEXT, 'ours'))).toMatchObject({ kind: 'duplicate' })
})

test('another text with the same short hash is refused, not taken for a duplicate', async () => {
  const workspace = await tempWorkspace()
  const { article } = await addedArticle(workspace, TEXT)
  const file = join(workspace.root, 'articles', `${article.id}.json`)
  const content = await readFile(file, 'utf8')
  await writeFile(file, content.replace(article.sha256, article.sha256.slice(0, 8).padEnd(64, '0')))
  expect(await addArticle(workspace, draft(TEXT, 'Other'))).toMatchObject({ kind: 'failed' })
})

test('an import that was cut off before the json is no article, and is finished by the next', async () => {
  const workspace = await tempWorkspace()
  const { article } = await addedArticle(workspace, TEXT)
  const whole = await contentOf(workspace.root)
  await rm(join(workspace.root, 'articles', `${article.id}.json`))
  expect(await articleIds(workspace)).toEqual([])
  expect(await addArticle(workspace, draft(TEXT))).toEqual({ kind: 'imported', id: article.id })
  expect(await contentOf(workspace.root)).toEqual(whole)
})

test('a text that vanished is named, and importing it again puts it back', async () => {
  const workspace = await tempWorkspace()
  const { article } = await addedArticle(workspace, TEXT)
  await rm(join(workspace.root, 'articles', `${article.id}.txt`))
  const gone = await readArticle(workspace, article.id)
  expect(gone).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringContaining(`${article.id}.txt`) },
  })
  await addArticle(workspace, draft(TEXT))
  expect(must(await readArticle(workspace, article.id)).text).toBe(TEXT)
})

test('a stranger’s file under an article’s name is not written over', async () => {
  const workspace = await tempWorkspace()
  const { article } = await addedArticle(workspace, TEXT)
  await rm(join(workspace.root, 'articles', `${article.id}.json`))
  await writeFile(join(workspace.root, 'articles', `${article.id}.txt`), 'mine')
  expect(await addArticle(workspace, draft(TEXT))).toMatchObject({ kind: 'failed' })
  expect(await readFile(join(workspace.root, 'articles', `${article.id}.txt`), 'utf8')).toBe('mine')
})

test('a text that was changed outside is refused, be it by one byte', async () => {
  const workspace = await tempWorkspace()
  const { article } = await addedArticle(workspace, TEXT)
  await writeFile(join(workspace.root, 'articles', `${article.id}.txt`), TEXT.trimEnd())
  const changed = await readArticle(workspace, article.id)
  expect(changed).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringContaining('outside Glosswright') },
  })
})

test('half a character cannot be kept, and is refused before anything is written', async () => {
  const workspace = await tempWorkspace()
  expect(await addArticle(workspace, draft('a\ud800b'))).toMatchObject({ kind: 'failed' })
  expect(await readdir(workspace.root)).toEqual(['glosswright.json'])
})

test.each(['', '../../glosswright', 'gone-00000000', '/etc/passwd'])(
  '%j is answered with a sentence',
  async (id) => {
    expect(await readArticle(await tempWorkspace(), id)).toMatchObject({ ok: false })
  },
)

test('reading writes nothing', async () => {
  const workspace = await tempWorkspace()
  const { article } = await addedArticle(workspace, TEXT)
  const before = await contentOf(workspace.root)
  await readArticle(workspace, article.id)
  await articleIds(workspace)
  expect(await contentOf(workspace.root)).toEqual(before)
})
