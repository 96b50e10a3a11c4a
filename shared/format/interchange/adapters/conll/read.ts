import type { InFile, ReadAnnotation, ReadEvent } from '../../adapter.ts'
import { type Line, LONGEST_RECORD, linesIn } from '../../in-file.ts'
import { unescapedName } from '../../percent-names.ts'
import { refused } from '../../read-values.ts'
import { DOCUMENT, type DocumentHead, readDocumentLine } from './document-line.ts'
import { closes, goesOn, readTag, type Tag } from './tags.ts'
import { readToken } from './token-text.ts'

/** Files without lines between documents are one article. Blank lines end sentences; words stand one space apart. */
export async function* readConll([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  let document = new ConllDocument({}, 1)
  for await (const line of linesIn(file)) {
    const columns = columnsOf(line)
    if (columns[0] === DOCUMENT) {
      yield* document.events(file)
      document = new ConllDocument(readDocumentLine(columns), line.number)
    } else document.take(columns, line.number)
  }
  yield* document.events(file)
}

function columnsOf({ text }: Line): readonly string[] {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text
  const columns = line.includes('\t') ? line.split('\t') : line.split(/ +/)
  return columns.map((column) => column.trim()).filter((column) => column !== '')
}

type Fault = { readonly line: number; readonly reason: string }
type OpenMark = { readonly label: string; readonly start: number }

/** One document, as its lines come in. */
class ConllDocument {
  readonly #head: DocumentHead
  readonly #line: number
  readonly #text: string[] = []
  readonly #annotations: ReadAnnotation[] = []
  #units = 0
  #length = 0
  #open: OpenMark | null = null
  #separator = ''
  #width: number | null = null
  #fault: Fault | null = null

  constructor(head: DocumentHead, line: number) {
    this.#head = head
    this.#line = line
  }

  take(columns: readonly string[], line: number): void {
    if (this.#fault) return
    if (columns.length === 0) this.#endSentence()
    else if (!this.#isComment(columns)) this.#fault = this.#taken(columns, line)
  }

  *events(file: InFile): Generator<ReadEvent> {
    const { id, sha256, title } = this.#head
    if (this.#fault) yield refused({ file: file.path, line: this.#fault.line }, this.#fault.reason)
    else if (this.#length > 0 || id !== undefined) {
      this.#close()
      yield {
        kind: 'article',
        file: file.path,
        line: this.#line,
        article: {
          ...(id === undefined ? {} : { id }),
          ...(sha256 === undefined ? {} : { sha256 }),
          ...(title === undefined ? {} : { title }),
        },
        text: this.#text.join(''),
        isLoose: true,
        annotations: this.#annotations,
      }
    }
  }

  get #isOurs(): boolean {
    return this.#head.id !== undefined
  }

  /** `#` is a word, too: then its line has as many columns as others, and the last one is a tag. */
  #isComment(columns: readonly string[]): boolean {
    if (this.#isOurs || !columns[0]?.startsWith('#')) return false
    const isWide = columns.length > 1 && columns.length === (this.#width ?? columns.length)
    return !isWide || readTag(columns.at(-1) as string) === null
  }

  #taken(columns: readonly string[], line: number): Fault | null {
    if (columns.length < 2) return { line, reason: `“${columns[0]}” stands without a tag.` }
    const tag = readTag(columns.at(-1) as string)
    if (!tag) return { line, reason: `“${columns.at(-1)}” is no tag such as “O”, “B-label” or “I-label”.` }
    this.#width ??= columns.length
    const column = columns[0] as string
    const token = this.#isOurs ? readToken(column) : column
    this.#units += token.length
    if (this.#units > LONGEST_RECORD) return { line, reason: 'This document is too large to be read.' }
    this.#add(token, tag)
    return null
  }

  #add(token: string, tag: Tag): void {
    if (!goesOn(tag, this.#open)) this.#close()
    this.#text.push(this.#separator, token)
    const start = this.#length + this.#separator.length
    if ('label' in tag) this.#open ??= { label: tag.label, start }
    this.#length = start + Array.from(token).length
    this.#separator = ' '
    if (closes(tag)) this.#close()
  }

  #close(): void {
    if (!this.#open) return
    const { label, start } = this.#open
    const { annotator } = this.#head
    this.#annotations.push({
      label: this.#isOurs ? unescapedName(label) : label,
      start,
      end: this.#length,
      ...(annotator === undefined ? {} : { annotator }),
    })
    this.#open = null
  }

  #endSentence(): void {
    this.#close()
    if (this.#length > 0) this.#separator = '\n'
  }
}
