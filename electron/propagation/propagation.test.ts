import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readRecord } from '#electron/library/records.ts'
import { addedArticle, contentOf, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Session } from '#electron/session.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { FoundArticle } from '#shared/domain/found-occurrences.ts'
import type { Sought } from '#shared/domain/occurrences.ts'
import { mark, marking } from '#shared/testing/samples.ts'

const sought: Sought = {
  label: 'actor',
  actor: 'norland',
  by: 'the-mark',
  forms: ['Norland', 'the Norland government'],
  namesakes: [],
  skips: [],
}

const EVENTS = {
  onMerged: () => undefined,
  onRegistryMerged: () => undefined,
  onCleaningMerged: () => undefined,
  onTeamMerged: () => undefined,
  onSchemeMerged: () => undefined,
  onProblem: () => undefined,
  onSaved: () => undefined,
  onArticlesChanged: () => undefined,
  onArticlesEdited: () => undefined,
  onBulkProgress: () => undefined,
}

async function opened(workspace: Workspace): Promise<Session> {
  const session = await Session.open(workspace, 'Ana', EVENTS)
  onTestFinished(() => session.close())
  return session
}

async function found(session: Session, wanted = sought): Promise<readonly FoundArticle[]> {
  const result = await session.propagation.find(wanted, () => undefined)
  return JSON.parse(result?.articles ?? '[]')
}

const chosenOf = (articles: readonly FoundArticle[]) =>
  articles.map(({ articleId, found }) => ({ articleId, starts: found.map(({ start }) => start) }))

/** What Ana has marked in an article, as its file says. */
async function marked(workspace: Workspace, source: ArticleText): Promise<readonly object[]> {
  const read = await readRecord(workspace, 'Ana', source)
  if (read.kind !== 'ok') throw new Error(read.sentence)
  return Array.from(read.document.annotations, ({ start, end, actor, origin }) => ({
    words: source.text.slice(start, end),
    actor,
    origin,
  }))
}

async function threeArticles() {
  const workspace = await tempWorkspace()
  const first = await addedArticle(workspace, 'Norland spoke. Norland companies did not.', 'B')
  const second = await addedArticle(workspace, 'Nobody is named here.', 'C')
  const third = await addedArticle(workspace, '“No,” the Norland government said.', 'a')
  return { workspace, first, second, third, session: await opened(workspace) }
}

it('finds a name in all articles, by title, with what is around it and what is not saved yet', async () => {
  const { session, first, third } = await threeArticles()
  await session.openArticle(first.article.id)
  const saving = session.edit(first.article.id, marking(mark('by-hand', 0, 7)), { kind: 'do' })
  expect(await found(session)).toEqual([
    {
      articleId: third.article.id,
      title: 'a',
      found: [
        {
          start: 6,
          end: 28,
          form: 'the Norland government',
          risk: 'safe',
          words: 'the Norland government',
          before: '“No,” ',
          behind: ' said.',
        },
      ],
    },
    {
      articleId: first.article.id,
      title: 'B',
      found: [
        {
          start: 15,
          end: 22,
          form: 'Norland',
          risk: 'adjective',
          words: 'Norland',
          before: 'Norland spoke. ',
          behind: ' companies did not.',
        },
      ],
    },
  ])
  await saving
})

it('marks what is chosen as one step, and undone every file is as it was', async () => {
  const { session, workspace, first, second, third } = await threeArticles()
  await session.openArticle(third.article.id)
  const before = await contentOf(join(workspace.root, 'articles'))
  const [one, two] = await found(session)
  const chosen = [
    ...chosenOf([one as FoundArticle]),
    { articleId: (two as FoundArticle).articleId, starts: [0] },
  ]
  expect(await session.propagation.mark(sought, chosen)).toEqual({
    ok: true,
    value: { articles: 2, annotations: 2, left: [] },
  })
  const origin = { kind: 'propagated', by: 'the-mark' }
  expect(await marked(workspace, first)).toEqual([{ words: 'Norland', actor: 'norland', origin }])
  expect(await marked(workspace, third)).toEqual([
    { words: 'the Norland government', actor: 'norland', origin },
  ])
  expect(await marked(workspace, second)).toEqual([])
  expect(session.readHistory().done).toHaveLength(1)

  must(await session.bulk.travel('undo'))
  expect(await marked(workspace, first)).toEqual([])
  expect(await marked(workspace, third)).toEqual([])
  must(await session.bulk.travel('redo'))
  expect(await marked(workspace, first)).toHaveLength(1)
  expect(await contentOf(join(workspace.root, 'articles'))).toEqual(before)
})

it('leaves alone what was marked since it was shown', async () => {
  const { session, first } = await threeArticles()
  const shown = await found(session)
  await session.openArticle(first.article.id)
  await session.edit(first.article.id, marking(mark('by-hand', 0, 7)), { kind: 'do' })
  const chosen = chosenOf(shown)
  expect(must(await session.propagation.mark(sought, chosen)).annotations).toBe(2)
  expect(must(await session.propagation.mark(sought, chosen)).annotations).toBe(0)
  expect(session.readHistory().done).toHaveLength(2)
})

it('says how many articles that hold the name could not be read', async () => {
  const { session, workspace, first, third } = await threeArticles()
  await writeFile(join(workspace.root, 'articles', `${first.article.id}.txt`), 'Norland, changed outside.')
  await rm(join(workspace.root, 'articles', `${third.article.id}.txt`))
  const result = await session.propagation.find(sought, () => undefined)
  expect(result).toEqual({ articles: '[]', hasMore: false, unread: 2 })
})

it('gives way to the next search, and to whoever cancels it', async () => {
  const { session } = await threeArticles()
  const overtaken = session.propagation.find(sought, () => undefined)
  const cancelled = session.propagation.find(sought, () => undefined)
  session.propagation.cancel()
  expect(await overtaken).toBeNull()
  expect(await cancelled).toBeNull()
  expect(await found(session)).toHaveLength(2)
})
