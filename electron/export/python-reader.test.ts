import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addArticle } from '#electron/library/add-article.ts'
import { readArticle } from '#electron/library/articles.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { type Actor, newActor } from '#shared/domain/actor.ts'
import { type Annotation, manualAnnotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { NOTHING_KNOWN } from '#shared/domain/metadata.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { registryToFile } from '#shared/format/actors-file.ts'
import { datasetSchema } from '#shared/format/dataset.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import { glosswrightJsonl } from '#shared/format/interchange/adapters/glosswright-jsonl.ts'
import { exportAs } from './export-as.ts'
import { makeExampleWorkspace, writeRecord } from './testing/example-workspace.ts'

const python = promisify(execFile)
const hasPython = await python('python3', ['--version']).then(
  () => true,
  () => false,
)
const reader = join(import.meta.dirname, '../../docs/python')

let made: string

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'python-'))
  const workspace = await makeExampleWorkspace(join(made, 'workspace'))
  await addWhatAnnotatorsSettleDifferently(workspace)
  await addNewerVersion(workspace)
  const report = await exportAs(workspace, everythingAs('glosswright'), { out: join(made, 'dataset.json') })
  if (!report.ok) throw new Error(report.problem.sentence)
  await writeLines()
})
afterAll(() => rm(made, { recursive: true }))

const day = (n: number): string => `2026-02-0${n}T00:00:00Z`

/** Names that sort otherwise in UTF-16 than by their code points. */
const OTHERS = ['Ｆｕ', '𝒜da'] as const

const said: readonly (readonly Partial<Actor>[])[] = [
  [
    { id: 'vesteria', name: 'Republic of Vesteria', country: 'VE', updated: day(2), members: ['nobody'] },
    { id: 'league', name: 'League', type: 'business', settled: { type: day(3) }, updated: day(1) },
    { id: 'one', name: 'One', mergedInto: 'two' },
    { id: 'three', name: 'Three', mergedInto: 'one' },
  ],
  [
    {
      id: 'vesteria',
      name: 'Vesteria',
      country: '',
      externalIds: { wikidata: 'Q9', gnd: '1' },
      updated: day(3),
    },
    { id: 'league', name: 'League', type: 'media', aliases: ['  ', 'ＬＧ', '𝒜lliance'], updated: day(4) },
    { id: 'two', name: 'Two', mergedInto: 'one' },
  ],
]

async function addWhatAnnotatorsSettleDifferently(workspace: Workspace): Promise<void> {
  const truce = await articleOf(workspace, 'truce-holds-in-the-hills-61ea58ec')
  for (const [i, annotator] of OTHERS.entries()) {
    await writeRecord(workspace, truce, annotator, {
      ...emptyRecord,
      status: i === 0 ? 'done' : 'new',
      corrections: {
        byline: `By ${annotator}`,
        boilerplate: [
          { start: 0, end: 13 + i, kind: 'ad' },
          { start: 5 - i, end: 8, kind: i === 0 ? null : 'other' },
        ],
      },
      annotations: AnnotationSet.from([
        { ...mark('t1', truce, 'The League'), actor: i === 0 ? 'forgotten “one”' : 'three' },
      ]),
    })
    const actors = (said[i] ?? []).map((one) => ({ ...newActor({ id: '', name: '', now: day(1) }), ...one }))
    const registry = { actors: new Map(actors.map((one) => [one.id, one])), skips: [] }
    await writeFile(
      join(workspace.root, 'annotators', annotator, 'actors.json'),
      registryToFile(registry, annotator),
    )
  }
  await mkdir(join(workspace.root, 'annotators', '.hidden'))
}

/** An article that has a newer version, in which a role points to what waits to be placed. */
async function addNewerVersion(workspace: Workspace): Promise<void> {
  const before = await addedText(workspace, 'Ships', 'Norland pays for ships.\n')
  const after = await addedText(workspace, 'Ships', 'Norland will pay for ships.\n')
  const earlier = { article: before.article.id, dropped: [] }
  await writeRecord(workspace, before, 'Mira', {
    ...emptyRecord,
    later: after.article.id,
    annotations: AnnotationSet.from([mark('s1', before, 'Norland')]),
  })
  const act: Annotation = {
    ...mark('s2', after, 'will pay for ships'),
    label: 'commitment',
    roles: { committer: [{ mention: 's1' }, { actor: 'norland' }], source: [{ mention: 's1' }] },
    links: [{ kind: 'same-as', to: 's1' }],
  }
  const annotations = AnnotationSet.from([act])
  await writeRecord(workspace, after, 'Mira', { ...emptyRecord, earlier, annotations })
}

async function addedText(workspace: Workspace, title: string, text: string): Promise<ArticleText> {
  const outcome = await addArticle(workspace, {
    text,
    metadata: { ...NOTHING_KNOWN, title },
    evidence: {},
    boilerplate: [{ start: 0, end: 3, kind: 'tags', reason: 'a reason' }],
    provenance: { encoding: 'utf-8', certainty: 100, byteOrderMark: false, original: null },
    original: null,
  })
  if (outcome.kind === 'failed') throw new Error(outcome.sentence)
  return articleOf(workspace, outcome.id)
}

async function articleOf(workspace: Workspace, id: string): Promise<ArticleText> {
  const article = await readArticle(workspace, id)
  if (!article.ok) throw new Error(article.problem.sentence)
  return article.value
}

function mark(id: string, { text }: ArticleText, quote: string): Annotation {
  const start = text.indexOf(quote)
  return manualAnnotation({ id, label: 'actor', start, end: start + quote.length, now: day(1) })
}

async function writeLines(): Promise<void> {
  const { articles, ...frame } = datasetSchema.parse(
    JSON.parse(await readFile(join(made, 'dataset.json'), 'utf8')),
  )
  const parts: (string | Uint8Array)[] = []
  await glosswrightJsonl.write(
    {
      frame,
      options: {},
      articles: async function* () {
        yield* articles
      },
    },
    { open: async () => ({ write: async (part) => void parts.push(part), close: async () => undefined }) },
  )
  await writeFile(join(made, 'dataset.jsonl'), parts.join(''))
}

describe.skipIf(!hasPython)('the reader for Python', () => {
  test('reads a workspace, what is exported of it and its lines alike, and all else that its own tests claim', async () => {
    const env = { ...process.env, GLOSSWRIGHT_MADE: made, PYTHONDONTWRITEBYTECODE: '1' }
    const { stderr } = await python('python3', ['-m', 'unittest', 'test_glosswright'], { cwd: reader, env })
    expect(stderr).toMatch(/\nOK\n$/)
  })

  test('was tried on what is hard to read', async () => {
    const { articles, actors } = JSON.parse(await readFile(join(made, 'dataset.json'), 'utf8'))
    const ids = articles.map(({ id }: { id: string }) => id)
    expect(ids.filter((id: string) => id.startsWith('ships'))).toHaveLength(1)
    expect(articles[1].annotations[0].roles).toEqual({ committer: [{ actor: 'norland' }] })
    expect(articles[2]).toMatchObject({ byline: 'By 𝒜da', status: 'in progress' })
    expect(articles[2].boilerplate).toHaveLength(3)
    const byId = new Map(actors.map((actor: Actor) => [actor.id, actor]))
    expect(byId.get('league')).toMatchObject({
      type: 'business',
      aliases: ['The League', '𝒜lliance', 'ＬＧ'],
    })
    expect(byId.get('three')).toMatchObject({ mergedInto: 'one' })
    expect(byId.get('forgotten “one”')).toMatchObject({ name: 'forgotten “one”' })
  })
})
