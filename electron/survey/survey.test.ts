import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore, recordFileOf } from '#electron/library/testing/stores.ts'
import { addedArticle, contentOf, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { noCleaning } from '#shared/domain/united-cleaning.ts'
import type { SurveyRow } from '#shared/ipc/survey.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { Survey } from './survey.ts'

const NONE_OPEN = { openIds: [], openRecord: () => null }

const surveyOf = (workspace: Workspace, actors: readonly string[] = [], store = NONE_OPEN) =>
  new Survey({
    workspace: () => workspace,
    annotator: 'Ana',
    store,
    actorIds: async () => new Set(actors),
    cleaning: async () => noCleaning,
  })

async function annotated(
  workspace: Workspace,
  text: string,
  title: string,
  annotations: readonly Annotation[],
): Promise<ArticleText> {
  const source = await addedArticle(workspace, text, title)
  await write(workspace, source, annotations)
  return source
}

async function write(workspace: Workspace, source: ArticleText, annotations: readonly Annotation[]) {
  const { store } = await openStore(workspace, source)
  await store.restore(source.article.id, { ...emptyRecord, annotations: AnnotationSet.from(annotations) })
  await store.close()
}

const TEXT = 'A first line.\nOn Monday Norland promised help to 😀 the Isles.\nA last line.'
const norland: Annotation = { ...mark('n', 24, 31), actor: 'norland' }
const isles: Annotation = { ...mark('i', 56, 61), certainty: 'unsure', note: 'Which?' }
const promise: Annotation = {
  ...mark('p', 32, 45),
  label: 'commitment',
  roles: { committer: [{ mention: 'n' }], beneficiary: [{ actor: 'isles' }], target: [{ actor: 'norland' }] },
}

const brief = ({ title, id, quote, actor, detail }: SurveyRow) => [title, id, quote, actor, detail]

async function twoArticles() {
  const workspace = await tempWorkspace()
  const second = await annotated(workspace, TEXT, 'The second', [norland, isles, promise])
  const first = await annotated(workspace, 'Norland again.', 'The first', [mark('x', 0, 7)])
  return { workspace, first, second }
}

describe('a survey of a workspace', () => {
  it('finds the unsure annotations with their notes', async () => {
    const { workspace } = await twoArticles()
    const { rows, total } = await surveyOf(workspace).ask({ kind: 'unsure' })
    expect(rows.map(brief)).toEqual([['The second', 'i', 'Isles', null, 'Which?']])
    expect(total).toBe(1)
  })

  it('shows the words beside a mark, within its line', async () => {
    const { workspace } = await twoArticles()
    const [row] = (await surveyOf(workspace).ask({ kind: 'unsure' })).rows
    expect(row).toMatchObject({ start: 56, end: 61, after: '.' })
    expect(row?.before).toBe('On Monday Norland promised help to 😀 the ')
  })

  it('finds the mentions of an actor, and those of none', async () => {
    const { workspace } = await twoArticles()
    const survey = surveyOf(workspace, ['norland'])
    const linked = await survey.ask({ kind: 'mentions', actors: ['other', 'norland'] })
    expect(linked.rows.map(brief)).toEqual([['The second', 'n', 'Norland', 'norland', null]])
    const unlinked = await survey.ask({ kind: 'mentions', actors: null })
    expect(unlinked.rows.map(({ id }) => id)).toEqual(['x', 'i'])
  })

  it('finds the acts of an actor by its mentions and by its id, once for each role', async () => {
    const { workspace } = await twoArticles()
    const { rows } = await surveyOf(workspace).ask({ kind: 'acts', actors: ['norland'] })
    expect(rows.map(brief)).toEqual([
      ['The second', 'p', 'promised help', 'norland', 'committer'],
      ['The second', 'p', 'promised help', 'norland', 'target'],
    ])
  })

  it('finds what the checks find, an actor that nobody registered among it', async () => {
    const { workspace } = await twoArticles()
    const hints = async (actors: readonly string[]) =>
      (await surveyOf(workspace, actors).ask({ kind: 'hints' })).rows.map(({ id, detail }) => [id, detail])
    expect(await hints(['norland', 'isles'])).toEqual([
      ['x', 'not-linked'],
      ['i', 'not-linked'],
    ])
    expect(await hints(['norland'])).toContainEqual(['p', 'dangling'])
  })

  it('leaves out an earlier version, as long as the newer one is there', async () => {
    const { workspace, first, second } = await twoArticles()
    const { store } = await openStore(workspace, second)
    const annotations = AnnotationSet.from([isles])
    await store.restore(second.article.id, { ...emptyRecord, annotations, later: first.article.id })
    await store.close()
    const unsure = async () => (await surveyOf(workspace).ask({ kind: 'unsure' })).total
    expect(await unsure()).toBe(0)
    await rm(join(workspace.root, 'articles', `${first.article.id}.json`))
    expect(await unsure()).toBe(1)
  })

  it('counts what can be asked for', async () => {
    const { workspace } = await twoArticles()
    expect(await surveyOf(workspace, ['norland', 'isles']).count()).toEqual({
      actors: { norland: { mentions: 1, acts: 1 }, isles: { mentions: 0, acts: 1 } },
      unlinked: 2,
      unsure: 1,
      hints: { 'not-linked': 2 },
    })
  })

  it('counts merged actors as one, and an act that names both once', async () => {
    const { workspace } = await twoArticles()
    const count = await surveyOf(workspace, ['norland', 'isles']).count(new Map([['isles', 'norland']]))
    expect(count.actors).toEqual({ norland: { mentions: 1, acts: 1 } })
  })

  it('tells more than can be shown', async () => {
    const workspace = await tempWorkspace()
    const text = 'a '.repeat(2_500)
    const marks = Array.from({ length: 2_500 }, (_, i) => mark(`m${i}`, 2 * i, 2 * i + 1))
    await annotated(workspace, text, 'Long', marks)
    const { rows, total } = await surveyOf(workspace).ask({ kind: 'mentions', actors: null })
    expect([rows.length, total]).toEqual([2_000, 2_500])
  })
})

describe('a survey asked again', () => {
  it('finds what another program has changed meanwhile', async () => {
    const { workspace, first } = await twoArticles()
    const survey = surveyOf(workspace)
    await survey.count()
    await write(workspace, first, [{ ...mark('x', 0, 7), certainty: 'unsure' }])
    expect((await survey.count()).unsure).toBe(2)
    await rm(await recordFileOf(workspace, first))
    expect((await survey.count()).unsure).toBe(1)
  })

  it('finds the edits of an open record before they are on the disk', async () => {
    const { workspace, second } = await twoArticles()
    const { store } = await openStore(workspace, second)
    const survey = surveyOf(workspace, [], store as never)
    await survey.count()
    const saving = store.apply(second.article.id, marking({ ...norland, certainty: 'unsure' }, norland))
    expect((await survey.count()).unsure).toBe(2)
    await saving
    await store.close()
  })

  it('looks at the annotations anew for another scheme and for other actors', async () => {
    const { workspace } = await twoArticles()
    let shown = workspace
    const actors = new Set<string>(['isles'])
    const survey = new Survey({
      workspace: () => shown,
      annotator: 'Ana',
      store: NONE_OPEN,
      actorIds: async () => actors,
      cleaning: async () => noCleaning,
    })
    expect((await survey.count()).hints).toEqual({ 'not-linked': 2, dangling: 2 })
    actors.add('norland')
    expect((await survey.count()).hints).toEqual({ 'not-linked': 2 })
    const { scheme } = workspace.manifest
    const labels = scheme.labels.map((label) => ({ ...label, isMention: false }))
    shown = { ...workspace, manifest: { ...workspace.manifest, scheme: { ...scheme, labels } } }
    expect((await survey.count()).hints).toEqual({})
  })

  it('does not speak of an article that is gone', async () => {
    const { workspace, second } = await twoArticles()
    const survey = surveyOf(workspace)
    await survey.count()
    await rm(join(workspace.root, 'articles', `${second.article.id}.json`))
    expect((await survey.count()).unlinked).toBe(1)
  })

  it('passes over what cannot be read, and writes nothing', async () => {
    const { workspace, second } = await twoArticles()
    const file = await recordFileOf(workspace, second)
    await appendFile(file, 'damage')
    expect((await surveyOf(workspace).count()).unlinked).toBe(1)
    expect(
      Object.keys(await contentOf(workspace.root)).filter((name) => name.includes('quarantine')),
    ).toEqual([])
  })
})

describe('what a survey found', () => {
  const YOUNG_MS = 2_600
  const kept = (workspace: Workspace) => join(workspace.root, '.glosswright/survey/Ana.jsonl')

  it('is there at the next start, as long as files, scheme and actors are the same', {
    timeout: 20_000,
  }, async () => {
    const { workspace, first, second } = await twoArticles()
    await new Promise((resolve) => setTimeout(resolve, YOUNG_MS))
    const survey = surveyOf(workspace, ['isles'])
    const found = await survey.count()
    await survey.close()
    // Told apart from what is read anew by what only the file can know.
    const content = await readFile(kept(workspace), 'utf8')
    expect(content.split('\n')).toHaveLength(4)
    expect(await surveyOf(workspace, ['isles']).count()).toEqual(found)
    await write(workspace, first, [])
    expect((await surveyOf(workspace, ['isles']).count()).unlinked).toBe(1)
    expect((await surveyOf(workspace, ['isles', 'norland']).count()).hints).toEqual({ 'not-linked': 1 })
    await rm(join(workspace.root, 'articles', `${second.article.id}.txt`))
    // The text was not needed for what is kept.
    expect((await surveyOf(workspace, ['isles']).count()).unsure).toBe(1)
    await writeFile(kept(workspace), content.replace('Isles', 'Misle'))
    expect((await surveyOf(workspace, ['isles']).count()).unsure).toBe(0)
  })
})
