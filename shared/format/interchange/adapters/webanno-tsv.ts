import { compareText } from '#shared/domain/compare-text.ts'
import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { hasWhiteEdges } from '../../../domain/white-space.ts'
import type { Adapter, ExportSource, Fit, InFile, ReadEvent, Sink } from '../adapter.ts'
import { annotatorParts } from '../annotator-parts.ts'
import { fitWithout } from '../dropping.ts'
import { EVERYTHING } from '../format.ts'
import { registryOf } from '../named-actors.ts'
import { escapedFileName, unescapedName } from '../percent-names.ts'
import { featureOf } from './webanno-tsv/layers.ts'
import { readTsv } from './webanno-tsv/read.ts'
import { TYPE_SYSTEM, typeSystemOf } from './webanno-tsv/type-system.ts'
import { tsvOf } from './webanno-tsv/write.ts'

async function write({ frame, articles }: ExportSource, sink: Sink): Promise<void> {
  const features = frame.scheme.attributes.flatMap(({ id }) => featureOf(id) ?? [])
  const setting = { features, registry: registryOf(frame) }
  await writeFile(sink, TYPE_SYSTEM, typeSystemOf(features))
  for await (const article of articles()) {
    const parts = annotatorParts(article)
    for (const part of parts) {
      const name = `${escapedFileName(article.id)}.tsv`
      const folder = parts.length > 1 ? `${escapedFileName(part.annotator || 'nobody')}/` : ''
      await writeFile(sink, folder + name, tsvOf(article, part, setting))
    }
  }
}

async function writeFile(sink: Sink, path: string, text: string): Promise<void> {
  const file = await sink.open(path)
  await file.write(text)
  await file.close()
}

async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (file) yield* readTsv(file, articleAt(file.path))
}

const articleAt = (path: string): string =>
  unescapedName((path.split('/').at(-1) ?? '').replace(/\.tsv$/, ''))

/** By article, then by annotator. */
function groups(paths: readonly string[]): readonly (readonly string[])[] {
  const files = paths
    .filter((path) => path.endsWith('.tsv'))
    .map((path) => ({ path, article: articleAt(path) }))
  files.sort((a, b) => compareText(a.article, b.article) || compareText(a.path, b.path))
  return files.map(({ path }) => [path])
}

/** The white space between tokens has no row that a mark could begin or end in. */
const fit = (article: DatasetArticle): Fit =>
  fitWithout(article, ({ text }: AnnotationObject) => text !== '' && !hasWhiteEdges(text), 'misaligned')

export const webannoTsv: Adapter = {
  format: {
    id: 'webanno-tsv',
    title: 'WebAnno TSV 3.3',
    summary: 'a folder for INCEpTION and WebAnno: marks, roles as slots, links as relations',
    shape: 'folder',
    ending: 'tsv',
    offsets: 'utf16',
    reads: true,
    carries: {
      ...EVERYTHING,
      fragments: false,
      history: false,
      text: false,
      metadata: false,
      status: false,
      boilerplate: false,
      registry: false,
      scheme: false,
    },
    options: [],
    source: 'https://inception-project.github.io/releases/37.0/docs/user-guide.html#sect_webannotsv',
  },
  write,
  read,
  groups,
  fit,
}
