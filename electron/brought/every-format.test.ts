import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { articleIds, readArticle } from '#electron/library/articles.ts'
import { sha256 } from '#electron/library/hash.ts'
import { readRegistry } from '#electron/library/registries.ts'
import { addedArticle, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import type { Adapter } from '#shared/format/interchange/adapter.ts'
import { ADAPTERS, FORMATS } from '#shared/format/interchange/adapters.ts'
import { someFrame } from '#shared/testing/datasets.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { guessedFormats } from './guessed-formats.ts'
import { sourceFiles } from './source-files.ts'
import { closeDesks, fileArticle, folderWith, marksOf, takeFrom } from './testing/brought-desk.ts'

const FERRIES = 'Norland 😀 will run two night ferries.\r\n\r\nVesteria — “so what?” — denied the charge.\n'
const TRUCE = 'The League called on both sides to talk, and Vesteria to listen.\n'

afterEach(closeDesks)

/** A workspace of two articles, with what a dataset of it says. */
async function example(): Promise<{ workspace: Workspace; articles: readonly DatasetArticle[] }> {
  const workspace = await tempWorkspace()
  const head = async (text: string, title: string) => {
    const { article } = await addedArticle(workspace, text, title)
    return { id: article.id, title, sha256: sha256(text) }
  }
  const ferries = fileArticle(
    FERRIES,
    [
      { on: 'Norland', actor: 'actor-0' },
      {
        on: 'will run two night ferries',
        label: 'commitment',
        roles: { committer: [{ mention: 'm0' }, { actor: 'actor-3' }] },
        attributes: { polarity: 'denied' },
      },
      { on: 'Vesteria', actor: 'actor-2', note: 'Who?', certainty: 'unsure' },
      { on: 'denied the charge', label: 'accusation', annotator: 'Bo' },
    ],
    await head(FERRIES, 'Night ferries'),
  )
  const truce = fileArticle(
    TRUCE,
    [{ on: 'The League' }, { on: 'called on both sides to talk', label: 'commitment' }],
    await head(TRUCE, 'Truce'),
  )
  return { workspace, articles: [ferries, truce].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** The articles in files of a format: the path of the file or folder, and what the format has of them. */
async function filesIn(adapter: Adapter, articles: readonly DatasetArticle[]) {
  const { format } = adapter
  const { files, carried } = await exported(adapter, articles)
  const named = Array.from(
    files,
    ([path, bytes]) => [path === '' ? `export.${format.ending}` : path, bytes] as const,
  )
  const folder = await folderWith(Object.fromEntries(named))
  const path = format.shape === 'file' ? join(folder, named[0]?.[0] ?? '') : folder
  return { path, carried }
}

type Place = readonly [string, string, number, number]

const placesIn = (articles: readonly DatasetArticle[]): readonly Place[] =>
  articles
    .flatMap(({ id, annotations }) =>
      annotations.map(({ label, start, end }): Place => [id, label, start, end]),
    )
    .sort()

async function placesOf(workspace: Workspace): Promise<readonly Place[]> {
  const places: Place[] = []
  for (const id of await articleIds(workspace)) {
    const source = must(await readArticle(workspace, id))
    const before = (end: number) => Array.from(source.text.slice(0, end)).length
    for (const { label, start, end } of await marksOf(workspace, source))
      places.push([id, label, before(start), before(end)])
  }
  return places.sort()
}

describe.each(ADAPTERS.filter(({ read }) => read).map((adapter) => [adapter.format.id, adapter] as const))(
  'annotations in the format %s',
  (id, adapter) => {
    it('come back onto their articles, all that it carries', async () => {
      const { workspace, articles } = await example()
      const { path, carried } = await filesIn(adapter, articles)
      const report = await takeFrom(workspace, path, id)
      expect(report).toMatchObject({ refused: [], newArticles: 0, same: 0 })
      expect(await placesOf(workspace)).toEqual(placesIn(carried))
      const again = await takeFrom(workspace, path, id)
      expect(again).toMatchObject({ refused: [], newArticles: 0, annotations: 0, same: report.annotations })
    })

    const { text, actors } = adapter.format.carries
    if (text)
      it('come with their texts where there are none', async () => {
        const { articles } = await example()
        const { path, carried } = await filesIn(adapter, articles)
        const empty = await tempWorkspace()
        expect(await takeFrom(empty, path, id)).toMatchObject({ refused: [], newArticles: articles.length })
        const places = (all: readonly Place[]) => all.map(([, ...rest]) => rest).sort()
        expect(places(await placesOf(empty))).toEqual(places(placesIn(carried)))
      })

    if (actors)
      it('make the actors whom they name, called as they are', async () => {
        const { articles } = await example()
        const { path } = await filesIn(adapter, articles)
        const empty = await tempWorkspace()
        for (const { text, title } of articles) await addedArticle(empty, text, title)
        expect(await takeFrom(empty, path, id)).toMatchObject({ refused: [] })
        const registry = await readRegistry(empty, 'Ana')
        const actors = registry.kind === 'ok' ? [...registry.document.actors.values()] : []
        const known = ({ id: actor, name, members }: Pick<Actor, 'id' | 'name' | 'members'>) => [
          actor,
          name,
          ...members,
        ]
        expect(actors.map(known).sort()).toEqual(someFrame.actors.map(known))
      })

    it('are taken for what they are', async () => {
      const { articles } = await example()
      const { path } = await filesIn(adapter, articles)
      const [first] = await guessedFormats(must(await sourceFiles(path)), FORMATS)
      expect(first).toBe(id)
    })
  },
)
