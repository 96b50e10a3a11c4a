import { utf8Decoder } from '../../utf8.ts'
import {
  type Adapter,
  type ExportSource,
  type InFile,
  type ReadEvent,
  type Sink,
  UnreadableFile,
} from '../adapter.ts'
import { EVERYTHING } from '../format.ts'
import { LONGEST_RECORD } from '../in-file.ts'
import { refused } from '../read-values.ts'
import { type ZipMember, zipMembers } from '../zip-directory.ts'
import { zipPieces } from '../zip-in.ts'
import { ZipOut } from '../zip-out.ts'
import { projectXml, sourceGuid } from './refi-qda/project-xml.ts'
import { type QdaProject, type QdaSource, readProject, readSources } from './refi-qda/read-project.ts'
import { readSource } from './refi-qda/read-source.ts'
import { usedNamesIn } from './refi-qda/used-names.ts'
import { xmlEvents } from './xml-in.ts'
import { fitForXml } from './xml-out.ts'

async function write(source: ExportSource, sink: Sink): Promise<void> {
  const used = await usedNamesIn(source)
  const zip = new ZipOut(await sink.open(''))
  await zip.add('project.qde', projectXml(source, used))
  for await (const article of source.articles())
    await zip.add(`sources/${sourceGuid(source.frame.workspace.id, article.id)}.txt`, plainText(article.text))
  await zip.close()
}

/** A mark in front keeps a reader from taking the text's own first character for one. */
function* plainText(text: string): Generator<string> {
  if (text.startsWith('\ufeff')) yield '\ufeff'
  yield text
}

/**
 * The archive is read in three passes at once: for the project, for its sources, and for their texts. Where sources and
 * texts come in one order, as they do in ours, one of them is held at a time.
 */
async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  const members = await zipMembers(file)
  const xml = () => xmlEvents(projectText(file, members), file.path)
  const project = await readProject(xml(), file.path)
  for (const { name, line } of project.others)
    yield refused({ file: file.path, line }, `The source “${name}” is no text.`)
  yield* new SourceMatcher(file, members, project).events(readSources(xml(), file.path))
}

async function* projectText(file: InFile, members: readonly ZipMember[]): AsyncGenerator<string> {
  const decoder = utf8Decoder()
  const wanted = members.filter(({ name }) => /^[^/]+\.qde$/i.test(name))
  if (wanted.length === 0) throw new UnreadableFile(`“${file.path}” holds no REFI-QDA project.`)
  for await (const { bytes } of zipPieces(file, wanted))
    yield decoded(file, () => decoder.decode(bytes, { stream: true }))
  yield decoded(file, () => decoder.decode())
}

function decoded(file: InFile, decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new UnreadableFile(`“${file.path}” holds text that is not UTF-8.`)
  }
}

/** The entry that a source's text stands in, as archives of the field spell it; null where it stands in none. */
const nameIn = (path: string | null): string | null =>
  path?.startsWith(INTERNAL) ? path.slice(INTERNAL.length).replace(/^\/+/, '').toLowerCase() : null
const INTERNAL = 'internal://'

const entryName = (name: string): string => name.toLowerCase().replace(/^\/?sources\//, '')

/** Brings sources and their texts together, in whatever order they come. */
class SourceMatcher {
  readonly #file: InFile
  readonly #members: readonly ZipMember[]
  readonly #project: QdaProject
  /** How many sources still want a text. */
  readonly #wanted = new Map<string, number>()
  /** Sources whose texts did not come yet. */
  readonly #early = new Map<string, QdaSource[]>()

  constructor(file: InFile, members: readonly ZipMember[], project: QdaProject) {
    this.#file = file
    this.#members = members
    this.#project = project
    for (const { path, isInline } of project.sources) {
      const name = isInline ? null : nameIn(path)
      if (name !== null) this.#wanted.set(name, (this.#wanted.get(name) ?? 0) + 1)
    }
  }

  async *events(sources: AsyncGenerator<QdaSource>): AsyncGenerator<ReadEvent> {
    const wanted = this.#members.filter((member) => this.#wanted.has(entryName(member.name)))
    for await (const { name, text } of textsIn(this.#file, wanted)) {
      const key = entryName(name)
      yield* this.#pull(key, sources)
      for (const source of this.#early.get(key) ?? []) yield* this.#read(source, text)
      this.#wanted.delete(key)
      this.#early.delete(key)
    }
    for await (const source of sources) yield* this.#take(source)
    for (const source of [...this.#early.values()].flat()) yield this.#missing(source)
  }

  /** Goes on until all sources of a text are there. */
  async *#pull(key: string, sources: AsyncGenerator<QdaSource>): AsyncGenerator<ReadEvent> {
    while ((this.#early.get(key)?.length ?? 0) < (this.#wanted.get(key) ?? 0)) {
      const next = await sources.next()
      if (next.done) return
      yield* this.#take(next.value)
    }
  }

  *#take(source: QdaSource): Generator<ReadEvent> {
    const name = nameIn(source.path)
    if (source.content !== null) yield* this.#read(source, source.content)
    else if (name === null) yield this.#missing(source)
    else this.#early.set(name, [...(this.#early.get(name) ?? []), source])
  }

  #read(source: QdaSource, text: string): Iterable<ReadEvent> {
    return readSource(source, text, this.#project, this.#file.path)
  }

  #missing({ line, name }: QdaSource): ReadEvent {
    return refused({ file: this.#file.path, line }, `The text of the source “${name}” is not in the file.`)
  }
}

/** One text at a time. */
async function* textsIn(
  file: InFile,
  members: readonly ZipMember[],
): AsyncGenerator<{ readonly name: string; readonly text: string }> {
  let parts: string[] = []
  let length = 0
  let decoder = utf8Decoder()
  for await (const { name, bytes, isLast } of zipPieces(file, members)) {
    length += bytes.length
    if (length > LONGEST_RECORD) throw new UnreadableFile(`“${file.path}” holds a text that is too large.`)
    parts.push(
      decoded(file, () => (isLast ? decoder.decode(bytes) : decoder.decode(bytes, { stream: true }))),
    )
    if (!isLast) continue
    yield { name, text: parts.join('') }
    parts = []
    length = 0
    decoder = utf8Decoder()
  }
}

export const refiQda: Adapter = {
  format: {
    id: 'refi-qda',
    title: 'REFI-QDA project (QDPX)',
    summary: 'for ATLAS.ti, MAXQDA, NVivo and QualCoder',
    shape: 'file',
    ending: 'qdpx',
    offsets: 'codepoint',
    reads: true,
    carries: {
      ...EVERYTHING,
      fragments: false,
      ids: false,
      history: false,
      boilerplate: false,
      registry: false,
      scheme: false,
    },
    options: [],
    source: 'https://www.qdasoftware.org/products-project-exchange/',
  },
  write,
  read,
  fit: (article) => fitForXml(article, false),
}
