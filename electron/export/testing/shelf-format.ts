import type { Adapter, ReadArticle } from '#shared/format/interchange/adapter.ts'
import { EVERYTHING } from '#shared/format/interchange/format.ts'
import { wholeText } from '#shared/format/interchange/in-file.ts'
import { namedActors, registryOf } from '#shared/format/interchange/named-actors.ts'
import { refused } from '#shared/format/interchange/read-values.ts'
import { parseJson, stableLine } from '#shared/format/json.ts'

type Shelved = ReadArticle['article'] &
  Pick<ReadArticle, 'annotations' | 'text'> & { readonly told: NonNullable<ReadArticle['actors']> }

/** A format for tests: a folder with a file for each article, in which marks cannot overlap and acts are not linked. */
export const shelfFormat: Adapter = {
  format: {
    id: 'shelf',
    title: 'A shelf',
    summary: 'for tests',
    shape: 'folder',
    ending: 'json',
    offsets: 'codepoint',
    reads: true,
    carries: { ...EVERYTHING, overlaps: false, links: false, registry: false, scheme: false },
    options: [{ id: 'case', title: 'Case', values: [{ id: 'low', title: 'Low' }] }],
    source: 'nowhere',
  },
  write: async ({ articles, frame }, sink) => {
    for await (const article of articles()) {
      const file = await sink.open(`texts/${article.id}.json`)
      await file.write(stableLine({ ...article, told: namedActors(article.annotations, registryOf(frame)) }))
      await file.close()
    }
  },
  read: async function* ([file]) {
    if (!file?.path.startsWith('texts/')) return
    const json = parseJson(await wholeText(file))
    if (!json.ok) return yield refused({ file: file.path, line: 1 }, json.problem.sentence)
    const { text, annotations, told, ...article } = json.value as Shelved
    yield { kind: 'article', file: file.path, article, text, annotations, actors: told } satisfies ReadArticle
  },
}
