import { type Block, rowOf } from '#electron/import/document/block.ts'
import { walkXml, type XmlLimits } from '#electron/import/xml/walk-xml.ts'
import { ok, type Result } from '#shared/domain/result.ts'

/**
 * The blocks of an OpenDocument text, from its `content.xml` as it is walked through. What stands in a paragraph goes to
 * the innermost open holder: a note, a cell of a table, or the text itself. Comments, what tracked changes deleted and the
 * text of formulas are left out.
 */
export function odtBlocks(xml: string, what: string, limits: XmlLimits): Result<readonly Block[]> {
  const text = new OdtText()
  const walked = walkXml(xml, what, limits, {
    onOpen: (name, attributes) => text.open(name, attributes),
    onClose: (name) => text.close(name),
    onText: (words) => text.words(words),
  })
  return walked.ok ? ok(text.blocks) : walked
}

const UNREAD = new Set([
  'office:annotation',
  'text:tracked-changes',
  'text:note-citation',
  'text:ruby-text',
  'office:forms',
  'text:sequence-decls',
  'svg:title',
  'svg:desc',
])
const PARAGRAPHS = new Set(['text:p', 'text:h'])
const MOST_SPACES = 1000

type Attributes = Readonly<Record<string, string>>
/** Where finished paragraphs go. */
type Holder = { readonly kind: 'text' | 'cell' | 'note'; readonly lines: string[] }

class OdtText {
  readonly #blocks: Block[] = []
  readonly #notes: Block[] = []
  readonly #holders: Holder[] = [{ kind: 'text', lines: [] }]
  /** The words of each paragraph that is open: one lies in another where a note stands in a line. */
  readonly #open: string[] = []
  readonly #rows: string[][] = []
  #lists = 0
  #unread = 0
  #noteCount = 0

  get blocks(): readonly Block[] {
    return [...this.#blocks, ...this.#notes]
  }

  open(name: string, attributes: Attributes): void {
    if (this.#unread > 0 || UNREAD.has(name)) this.#unread++
    else if (PARAGRAPHS.has(name)) this.#open.push('')
    else if (name === 'text:list') this.#lists++
    else if (name === 'table:table-row') this.#rows.push([])
    else if (name === 'table:table-cell') this.#holders.push({ kind: 'cell', lines: [] })
    else if (name === 'text:note') this.#openNote()
    else this.#write(charactersOf(name, attributes))
  }

  close(name: string): void {
    if (this.#unread > 0) this.#unread--
    else if (PARAGRAPHS.has(name)) this.#closeParagraph()
    else if (name === 'text:list') this.#lists--
    else if (name === 'table:table-row') this.#closeRow()
    else if (name === 'table:table-cell') this.#closeCell()
    else if (name === 'text:note') this.#closeNote()
  }

  /** White space between elements is none of the text; within a paragraph any run of it is one space. */
  words(words: string): void {
    if (this.#unread === 0) this.#write(words.replace(/[ \t\r\n]+/g, ' '))
  }

  #write(words: string): void {
    const last = this.#open.length - 1
    if (last >= 0) this.#open[last] += words
  }

  #closeParagraph(): void {
    const text = this.#open.pop() ?? ''
    const holder = this.#holders.at(-1)
    if (holder?.kind !== 'text') holder?.lines.push(text)
    else this.#blocks.push({ kind: this.#lists > 0 ? 'item' : 'paragraph', text })
  }

  #closeCell(): void {
    const cell = this.#holders.pop()
    this.#rows.at(-1)?.push(cell?.lines.join('\n') ?? '')
  }

  /** A table in a cell of another is lines of that cell. */
  #closeRow(): void {
    const row = rowOf(this.#rows.pop() ?? [])
    const holder = this.#holders.at(-1)
    if (holder?.kind === 'text') this.#blocks.push(row)
    else holder?.lines.push(row.text)
  }

  #openNote(): void {
    this.#noteCount++
    this.#write(`[${this.#noteCount}]`)
    this.#holders.push({ kind: 'note', lines: [`[${this.#noteCount}]`] })
  }

  #closeNote(): void {
    const note = this.#holders.pop()
    const [number = '', ...lines] = note?.lines ?? []
    this.#notes.push({ kind: 'paragraph', text: `${number} ${lines.join('\n').trim()}` })
  }
}

function charactersOf(name: string, attributes: Attributes): string {
  if (name === 'text:tab') return '\t'
  if (name === 'text:line-break') return '\n'
  if (name !== 'text:s') return ''
  return ' '.repeat(Math.min(MOST_SPACES, Math.max(1, Number(attributes['text:c']) || 1)))
}
