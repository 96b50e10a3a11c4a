import type { Adapter, ReadArticle } from '#shared/format/interchange/adapter.ts'
import { EVERYTHING } from '#shared/format/interchange/format.ts'
import { wholeText } from '#shared/format/interchange/in-file.ts'
import { stableLine } from '#shared/format/json.ts'

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
  write: async ({ articles }, sink) => {
    for await (const article of articles()) {
      const file = await sink.open(`texts/${article.id}.json`)
      await file.write(stableLine(article))
      await file.close()
    }
  },
  read: async function* ([file]) {
    if (!file?.path.startsWith('texts/')) return
    const { text, annotations, ...article } = JSON.parse(await wholeText(file))
    yield { kind: 'article', file: file.path, article, text, annotations } satisfies ReadArticle
  },
}
