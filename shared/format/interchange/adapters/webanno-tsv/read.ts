import {
  type InFile,
  type ReadActor,
  type ReadArticle,
  type ReadEvent,
  UnreadableFile,
} from '../../adapter.ts'
import { type Line, linesIn } from '../../in-file.ts'
import { withActors } from '../../named-actors.ts'
import { readRecord, refused } from '../../read-values.ts'
import { annotationsOf } from './annotations.ts'
import { Drafts, type Row } from './drafts.ts'
import { unescapedText } from './escaping.ts'
import { ARTICLE_LINE, articleLineSchema } from './layers.ts'
import { type Layer, readLayer, readVersion } from './read-header.ts'
import { TextBuilder } from './text-builder.ts'
import { TsvFault } from './tsv-fault.ts'

/** @param named the article's id where the file does not say it. */
export async function* readTsv(file: InFile, named: string): AsyncGenerator<ReadEvent> {
  const reader = new TsvReader(file.path)
  try {
    for await (const line of linesIn(file)) reader.take(line)
    yield reader.article(named)
  } catch (error) {
    if (!(error instanceof TsvFault)) throw error
    yield refused({ file: file.path, line: error.line }, error.message)
  }
}

type Head = {
  readonly article: ReadArticle['article']
  readonly annotator?: string
  readonly actors?: readonly ReadActor[]
}

/** One file, as its lines come in. */
class TsvReader {
  readonly #file: string
  readonly #layers: Layer[] = []
  readonly #text = new TextBuilder()
  #isJava = false
  #drafts: Drafts | null = null
  #head: Head | null = null
  /** The lines of the sentence whose rows come next. */
  #sentence: string[] = []
  #isRead = false

  constructor(file: string) {
    this.#file = file
  }

  take({ number, text }: Line): void {
    const line = text.endsWith('\r') ? text.slice(0, -1) : text
    if (number === 1) this.#isJava = readVersion(line, this.#file).isJava
    else if (line.startsWith('#')) this.#takeHead(line, number)
    else if (line !== '') this.#takeRow(line, number)
    this.#isRead = true
  }

  #takeHead(line: string, number: number): void {
    const layer = this.#drafts ? null : readLayer(line, this.#width)
    if (layer) this.#layers.push(layer)
    else if (line.startsWith('#Text=')) this.#sentence.push(unescapedText(line.slice(6), this.#isJava))
    else if (line.startsWith(ARTICLE_LINE)) this.#head = headOf(line.slice(ARTICLE_LINE.length), number)
  }

  get #width(): number {
    return this.#layers.reduce((sum, { columns }) => sum + columns.length, 0)
  }

  #takeRow(line: string, number: number): void {
    this.#drafts ??= new Drafts(this.#layers)
    const row = rowOf(line, number, this.#width)
    if (this.#sentence.length > 0) {
      this.#text.begin(row.start, this.#sentence.join('\n'), number)
      this.#sentence = []
    }
    const quote = this.#text.quote(row.start, row.end)
    if (quote === null)
      throw new TsvFault(number, `The offsets ${row.start} to ${row.end} do not lie in their sentence.`)
    if (row.words !== quote && unescapedText(row.words, this.#isJava) !== quote)
      throw new TsvFault(number, `It says “${row.words}”, but the text there is “${quote}”.`)
    this.#drafts.take(row)
  }

  /** @throws {UnreadableFile} for an empty file. */
  article(named: string): ReadArticle {
    if (!this.#isRead) throw new UnreadableFile(`“${this.#file}” is empty.`)
    const text = this.#text.text
    const { article, annotator, actors }: Head = this.#head ?? { article: { id: named } }
    const annotations = annotationsOf(this.#drafts ?? new Drafts([]), text)
    return {
      kind: 'article',
      file: this.#file,
      article,
      text,
      isLoose: true,
      annotations: annotator === undefined ? annotations : annotations.map((one) => ({ ...one, annotator })),
      ...withActors(actors),
    }
  }
}

function headOf(json: string, line: number): Head {
  const read = readRecord(articleLineSchema, json)
  if (!read.ok) throw new TsvFault(line, read.reason)
  const { annotator, actors, ...article } = read.value
  return { article, ...(annotator === undefined ? {} : { annotator }), ...withActors(actors) }
}

const ROW = /^(?<id>\d+-\d+(?:\.\d+)?)$/
const OFFSETS = /^(?<start>\d+)-(?<end>\d+)$/

function rowOf(line: string, number: number, width: number): Row & { readonly words: string } {
  const [id = '', offsets = '', words = '', ...cells] = line.split('\t')
  const { start, end } = OFFSETS.exec(offsets)?.groups ?? {}
  if (!ROW.test(id) || start === undefined || end === undefined)
    throw new TsvFault(
      number,
      'This is no row of WebAnno TSV, such as “1-2”, “4-8” and a token between tabs.',
    )
  if (cells.length < width)
    throw new TsvFault(number, `It has ${cells.length} columns of annotations, but ${width} are declared.`)
  return { id, start: Number(start), end: Number(end), words, cells, line: number }
}
