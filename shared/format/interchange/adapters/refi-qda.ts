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
import { grouped } from './grouped.ts'
import { projectXml, sourceGuid } from './refi-qda/project-xml.ts'
import { type QdaProject, type QdaSource, readProject } from './refi-qda/read-project.ts'
import { readSource } from './refi-qda/read-source.ts'
import { usedNamesIn } from './refi-qda/used-names.ts'
import { zipPieces } from './refi-qda/zip-in.ts'
import { MOST_ENTRIES, ZipOut } from './refi-qda/zip-out.ts'
import { xmlEvents } from './xml-in.ts'
import { fitForXml } from './xml-out.ts'

async function write(source: ExportSource, sink: Sink): Promise<void> {
  const used = await usedNamesIn(source)
  if (used.articles >= MOST_ENTRIES)
    throw new UnreadableFile(`A REFI-QDA project holds fewer than ${MOST_ENTRIES} articles.`)
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

/** The XML may stand before the texts or behind them, so the archive is read twice: for it, and for them. */
async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  const project = await readProject(xmlEvents(projectText(file), file.path), file.path)
  for (const { name, line } of project.others)
    yield refused({ file: file.path, line }, `The source “${name}” is no text.`)
  yield* inlineTexts(project, file.path)
  yield* packedTexts(file, project)
}

async function* projectText(file: InFile): AsyncGenerator<string> {
  const decoder = utf8Decoder()
  let isFound = false
  for await (const { bytes } of zipPieces(file, (name) => /^[^/]+\.qde$/i.test(name))) {
    isFound = true
    yield decoded(file, () => decoder.decode(bytes, { stream: true }))
  }
  if (!isFound) throw new UnreadableFile(`“${file.path}” holds no REFI-QDA project.`)
  yield decoded(file, () => decoder.decode())
}

function decoded(file: InFile, decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new UnreadableFile(`“${file.path}” holds text that is not UTF-8.`)
  }
}

function* inlineTexts(project: QdaProject, file: string): Generator<ReadEvent> {
  for (const source of project.sources) {
    if (source.content !== null) yield* readSource(source, source.content, project, file)
    else if (nameIn(source) === null)
      yield refused(
        { file, line: source.line },
        `The text of the source “${source.name}” is not in the file.`,
      )
  }
}

/** The entry that a source's text stands in, as archives of the field spell it. */
const nameIn = ({ path, content }: QdaSource): string | null =>
  content === null && path?.startsWith(INTERNAL)
    ? path.slice(INTERNAL.length).replace(/^\/+/, '').toLowerCase()
    : null
const INTERNAL = 'internal://'

const entryName = (name: string): string => name.toLowerCase().replace(/^\/?sources\//, '')

async function* packedTexts(file: InFile, project: QdaProject): AsyncGenerator<ReadEvent> {
  const waiting = grouped(
    project.sources.flatMap((source) => {
      const name = nameIn(source)
      return name === null ? [] : [[name, source] as const]
    }),
  )
  for await (const { name, text } of textsIn(file, (entry) => waiting.has(entryName(entry)))) {
    const sources = waiting.get(entryName(name)) ?? []
    waiting.delete(entryName(name))
    for (const source of sources) yield* readSource(source, text, project, file.path)
  }
  for (const { line, name } of [...waiting.values()].flat())
    yield refused({ file: file.path, line }, `The text of the source “${name}” is not in the file.`)
}

/** One text at a time. */
async function* textsIn(
  file: InFile,
  isWanted: (name: string) => boolean,
): AsyncGenerator<{ readonly name: string; readonly text: string }> {
  let parts: string[] = []
  let length = 0
  let decoder = utf8Decoder()
  for await (const { name, bytes, isLast } of zipPieces(file, isWanted)) {
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
