import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import type { Adapter, ExportSource, Fit, InFile, ReadEvent, Sink } from '../adapter.ts'
import { annotatorParts } from '../annotator-parts.ts'
import { fitWithout } from '../dropping.ts'
import { EVERYTHING } from '../format.ts'
import { linesIn, wholeText } from '../in-file.ts'
import { registryOf, withActors } from '../named-actors.ts'
import { refused } from '../read-values.ts'
import { annotationLines } from './brat/annotation-lines.ts'
import { annotationConf } from './brat/configuration.ts'
import { BratFault, marksOfRecords, type Placed } from './brat/marks-of-records.ts'
import { bratGroups, readStem, stemOf } from './brat/paths.ts'
import { readRecordLine } from './brat/records.ts'
import { piecesOnLines } from './brat/runs.ts'

async function write({ frame, articles }: ExportSource, sink: Sink): Promise<void> {
  await writeFile(sink, 'annotation.conf', annotationConf(frame.scheme))
  const registry = registryOf(frame)
  for await (const article of articles()) {
    const annotated = { scheme: frame.scheme, characters: Array.from(article.text), registry }
    for (const { annotator, annotations } of annotatorParts(article)) {
      const stem = stemOf(article.id, annotator)
      await writeFile(sink, `${stem}.txt`, article.text)
      await writeFile(sink, `${stem}.ann`, annotationLines(annotations, annotated))
    }
  }
}

async function writeFile(sink: Sink, path: string, text: string): Promise<void> {
  const file = await sink.open(path)
  await file.write(text)
  await file.close()
}

async function* read(files: readonly InFile[]): AsyncGenerator<ReadEvent> {
  const [ann, txt] = files
  if (!ann) return
  const { article, annotator } = readStem(ann.path)
  const text = txt ? await wholeText(txt) : null
  try {
    const { marks, actors } = marksOfRecords(await recordsIn(ann), text === null ? null : Array.from(text))
    const annotations = annotator === null ? marks : marks.map((mark) => ({ ...mark, annotator }))
    const head = { kind: 'article' as const, file: ann.path, article: { id: article } }
    yield { ...head, text, annotations, ...withActors(actors) }
  } catch (error) {
    if (!(error instanceof BratFault)) throw error
    yield refused({ file: ann.path, line: error.line }, error.message)
  }
}

/** @throws {BratFault} */
async function recordsIn(ann: InFile): Promise<readonly Placed[]> {
  const records: Placed[] = []
  for await (const { number, text } of linesIn(ann)) {
    const record = readRecordLine(text.endsWith('\r') ? text.slice(0, -1) : text)
    if (typeof record === 'string') throw new BratFault(number, record)
    if (record) records.push({ line: number, record })
  }
  return records
}

/** A mark on nothing but ends of lines has no words that could stand in its line; readers drop a mark of byte order. */
function fit(article: DatasetArticle): Fit {
  if (article.text.startsWith('\ufeff')) {
    return {
      article: null,
      lost: article.annotations.map((annotation) => ({ kind: 'unwritable', annotation })),
    }
  }
  const characters = Array.from(article.text)
  const isHeld = ({ fragments, ...whole }: AnnotationObject): boolean =>
    piecesOnLines(fragments ?? [whole], characters).length > 0
  return fitWithout(article, isHeld, 'unwritable')
}

export const brat: Adapter = {
  format: {
    id: 'brat',
    title: 'brat standoff',
    summary: 'a folder for brat and what reads its files: marks, acts as events, links as relations',
    shape: 'folder',
    ending: 'ann',
    offsets: 'codepoint',
    reads: true,
    carries: {
      ...EVERYTHING,
      ids: false,
      history: false,
      metadata: false,
      status: false,
      boilerplate: false,
      registry: false,
      scheme: false,
    },
    options: [],
    source: 'https://brat.nlplab.org/standoff.html',
  },
  write,
  read,
  groups: bratGroups,
  fit,
}
