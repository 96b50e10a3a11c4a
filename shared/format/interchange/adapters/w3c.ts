import { datasetArticleSchema, datasetFrameSchema } from '../../dataset.ts'
import { parseJson } from '../../json.ts'
import {
  type Adapter,
  type ExportSource,
  type InFile,
  type ReadAnnotation,
  type ReadArticle,
  type ReadEvent,
  type Sink,
  UnreadableFile,
} from '../adapter.ts'
import { EVERYTHING } from '../format.ts'
import { textIn as partsOf } from '../in-file.ts'
import { type JsonPiece, jsonPieces } from '../json-pieces.ts'
import { readShape, refused } from '../read-values.ts'
import { type Json, jsonIn, listOf, textIn } from './w3c/json-values.ts'
import { saidIn } from './w3c/read-annotation.ts'
import { placeOf, type ReadTarget, SoughtText, targetsOf } from './w3c/read-target.ts'
import { ANNOTATION_CONTEXT, iriOf, namesIn, OWN_CONTEXT } from './w3c/terms.ts'
import { articleAnnotation, markAnnotations } from './w3c/write-annotation.ts'

async function write({ frame, articles }: ExportSource, sink: Sink): Promise<void> {
  const { workspace, scheme, actors, tool } = frame
  const generator = { type: 'Software', name: tool.name, 'schema:softwareVersion': tool.version }
  const id = iriOf(workspace.id, 'annotations')
  const head = {
    '@context': [ANNOTATION_CONTEXT, OWN_CONTEXT],
    id: iriOf(workspace.id, 'page'),
    type: 'AnnotationPage',
    partOf: { id, type: 'AnnotationCollection', label: workspace.name, generator },
    startIndex: 0,
    offsets: 'code points',
    lineEnds: 'as in the article',
    scheme,
    actors,
  }
  const file = await sink.open('')
  await file.write(`${JSON.stringify(head).slice(0, -1)},\n"items": [`)
  let isFirst = true
  for await (const article of articles()) {
    for (const one of [articleAnnotation(article, workspace.id), ...markAnnotations(article, workspace.id)]) {
      await file.write(`${isFirst ? '' : ','}\n${JSON.stringify(one)}`)
      isFirst = false
    }
  }
  await file.write('\n]}\n')
  await file.close()
}

async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  const page = new PageReader(file.path)
  for await (const piece of jsonPieces(file, await listKeyOf(file))) yield* page.take(piece)
  yield* page.rest()
}

/** Annotations come as a page of them or as a bare list; one of them, or a collection, stands where the page would. */
async function listKeyOf(file: InFile): Promise<string | null> {
  for await (const text of partsOf(file)) {
    const first = text.trimStart()[0]
    if (first !== undefined) return first === '[' ? null : 'items'
  }
  return 'items'
}

const factsSchema = datasetArticleSchema.omit({ text: true, annotations: true }).partial()
const frameSchema = datasetFrameSchema.pick({ scheme: true, actors: true })

class PageReader {
  readonly #file: string
  #article: Reading | null = null

  constructor(file: string) {
    this.#file = file
  }

  *take(piece: JsonPiece): Generator<ReadEvent> {
    const line = piece.kind === 'element' ? piece.line : undefined
    const json = parseJson(piece.text)
    if (!json.ok) throw new UnreadableFile(json.problem.sentence, line)
    if (line === undefined) yield* this.#takeFrame(jsonIn(json.value))
    else yield* this.#takeItem(json.value, line)
  }

  *rest(): Generator<ReadEvent> {
    if (this.#article) yield this.#article.event
    this.#article = null
  }

  *#takeFrame(frame: Json): Generator<ReadEvent> {
    const inside = isAnnotation(frame) ? [frame] : listOf(jsonIn(frame.first).items)
    for (const item of inside) yield* this.#takeItem(item)
    const own = readShape(frameSchema, frame)
    if (own.ok) yield { kind: 'frame', frame: own.value }
  }

  *#takeItem(item: unknown, line?: number): Generator<ReadEvent> {
    const place = { file: this.#file, ...(line === undefined ? {} : { line }) }
    const annotation = jsonIn(item)
    const targets = isAnnotation(annotation) ? targetsOf(annotation) : 'It is no annotation.'
    if (typeof targets === 'string') return yield refused(place, targets)
    const [{ source }] = targets as [ReadTarget]
    if ('article' in annotation) return yield* this.#begin(annotation, source, place)
    for (const [i, target] of targets.entries())
      yield* this.#takeTarget(annotation, { ...target, number: i }, place)
  }

  *#begin(annotation: Json, source: string, place: Place): Generator<ReadEvent> {
    yield* this.rest()
    const facts = readShape(factsSchema, annotation.article)
    if (!facts.ok) return yield refused(place, facts.reason)
    const text = textIn(jsonIn(annotation.body), 'value')
    this.#article = new Reading(source, { ...place, article: facts.value as ReadArticle['article'], text })
  }

  *#takeTarget(annotation: Json, target: NumberedTarget, place: Place): Generator<ReadEvent> {
    if (this.#article?.source !== target.source) {
      yield* this.rest()
      this.#article = new Reading(target.source, { ...place, article: namedBy(target.source), text: null })
    }
    const fault = this.#article?.take(annotation, target, target.number)
    if (fault) yield refused(place, fault)
  }
}

type NumberedTarget = ReadTarget & { readonly number: number }

type Place = { readonly file: string; readonly line?: number }

const isAnnotation = ({ type, '@type': also }: Json): boolean =>
  [...listOf(type), ...listOf(also)].includes('Annotation')

function namedBy(source: string): ReadArticle['article'] {
  const id = namesIn(source)?.at(-1)
  return id === undefined ? { url: source } : { id }
}

/** An annotation can become several marks: the first has its id. */
const numbered = (id: string | undefined, number: number): Pick<ReadAnnotation, 'id'> =>
  id === undefined ? {} : { id: number === 0 ? id : `${id}/${number + 1}` }

const keyOf = ({ annotator = '', id = '' }: ReadAnnotation): string => `${annotator}\n${id}`

/** The article whose annotations are being read. */
class Reading {
  readonly source: string
  readonly #head: Omit<ReadArticle, 'kind' | 'annotations'>
  readonly #text: SoughtText | null
  readonly #annotations: ReadAnnotation[] = []
  readonly #keys = new Set<string>()

  constructor(source: string, head: Omit<ReadArticle, 'kind' | 'annotations'>) {
    this.source = source
    this.#head = head
    this.#text = head.text === null ? null : new SoughtText(head.text)
  }

  /** A sentence where it does not hold. Each label that it gives is a mark of its own. */
  take(annotation: Json, target: ReadTarget, number: number): string | null {
    const place = placeOf(target, this.#text)
    if (typeof place === 'string') return place
    const { labels, said } = saidIn(annotation)
    const marks = labels.map((label, i) => ({ ...said, ...place, ...numbered(said.id, number + i), label }))
    const isTwice = marks.some((mark) => mark.id !== undefined && this.#keys.has(keyOf(mark)))
    if (isTwice) return 'Another annotation has the same id.'
    for (const mark of marks) this.#keys.add(keyOf(mark))
    this.#annotations.push(...marks)
    return null
  }

  get event(): ReadArticle {
    return { kind: 'article', ...this.#head, annotations: this.#annotations }
  }
}

export const w3c: Adapter = {
  format: {
    id: 'w3c',
    title: 'W3C Web Annotation (JSON-LD)',
    summary: 'for Recogito, Annotorious and the web of data',
    shape: 'file',
    ending: 'jsonld',
    offsets: 'codepoint',
    reads: true,
    carries: EVERYTHING,
    options: [],
    source: 'https://www.w3.org/TR/annotation-model/',
  },
  write,
  read,
}
