import type { Block } from '#electron/import/document/block.ts'
import { walkXml, type XmlLimits } from '#electron/import/xml/walk-xml.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { DocumentBuilder, noteBlock } from './document-builder.ts'

/**
 * The blocks of an OpenDocument text, from its `content.xml` as it is walked through. Comments and
 * what tracked changes deleted are left out.
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

class OdtText {
  readonly #builder = new DocumentBuilder()
  readonly #notes: Block[] = []
  readonly #openNotes: number[] = []
  #noteCount = 0
  #lists = 0
  #unread = 0

  get blocks(): readonly Block[] {
    return [...this.#builder.blocks, ...this.#notes]
  }

  open(name: string, attributes: Attributes): void {
    if (this.#unread > 0 || UNREAD.has(name)) this.#unread++
    else if (PARAGRAPHS.has(name)) this.#builder.openParagraph()
    else if (name === 'text:list') this.#lists++
    else if (name === 'table:table-row') this.#builder.openRow()
    else if (name === 'table:table-cell') this.#builder.openCell()
    else if (name === 'text:note') this.#openNote()
    else this.#builder.write(charactersOf(name, attributes))
  }

  close(name: string): void {
    if (this.#unread > 0) this.#unread--
    else if (PARAGRAPHS.has(name)) this.#builder.closeParagraph(this.#lists > 0 ? 'item' : 'paragraph')
    else if (name === 'text:list') this.#lists--
    else if (name === 'table:table-row') this.#builder.closeRow()
    else if (name === 'table:table-cell') this.#builder.closeCell()
    else if (name === 'text:note') this.#closeNote()
  }

  /** White space between elements is none of the text; within a paragraph any run of it is one space. */
  words(words: string): void {
    if (this.#unread === 0) this.#builder.write(words.replace(/[ \t\r\n]+/g, ' '))
  }

  #openNote(): void {
    this.#noteCount++
    this.#openNotes.push(this.#noteCount)
    this.#builder.write(`[${this.#noteCount}]`)
    this.#builder.openHolder()
  }

  #closeNote(): void {
    this.#notes.push(noteBlock(this.#openNotes.pop() ?? 0, this.#builder.closeHolder()))
  }
}

function charactersOf(name: string, attributes: Attributes): string {
  if (name === 'text:tab') return '\t'
  if (name === 'text:line-break') return '\n'
  if (name !== 'text:s') return ''
  return ' '.repeat(Math.min(MOST_SPACES, Math.max(1, Number(attributes['text:c']) || 1)))
}
