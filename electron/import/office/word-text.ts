import type { Block } from '#electron/import/document/block.ts'
import type { XmlVisitor } from '#electron/import/xml/walk-xml.ts'
import { DocumentBuilder } from './document-builder.ts'

/**
 * The words of one part of a Word document, its body or its notes. Left out are comments, what tracked changes deleted or
 * moved away, hidden words, the codes of fields, and of what is there twice, for new and old programs, the second.
 */
export class WordText implements XmlVisitor {
  /** References to notes, in the order of the text; each stands in it as its number. */
  readonly references: NoteReference[] = []
  /** The text of each note of this part. */
  readonly notes: Map<string, string> = new Map()
  readonly #builder = new DocumentBuilder()
  readonly #listStyles: ReadonlySet<string>
  readonly #frames: Frame[] = []
  #note = ''
  #isInText = false
  #unread = 0

  /** @param listStyles ids of the styles whose paragraphs are items of lists. */
  constructor(listStyles: ReadonlySet<string>) {
    this.#listStyles = listStyles
  }

  get blocks(): readonly Block[] {
    return this.#builder.blocks
  }

  readonly onOpen = (name: string, attributes: Attributes): void => {
    if (this.#unread > 0 || UNREAD.has(name)) this.#unread++
    else if (name === 'w:p') this.#openParagraph()
    else if (name === 'w:r') this.#frames.push({ kind: 'run', isItem: false, isHidden: false })
    else if (WORDS.has(name)) this.#isInText = true
    else if (name === 'w:tr') this.#builder.openRow()
    else if (name === 'w:tc') this.#builder.openCell()
    else if (NOTES.has(name)) this.#openNote(attributes['w:id'] ?? '')
    else this.#property(name, attributes)
  }

  readonly onClose = (name: string): void => {
    if (this.#unread > 0) this.#unread--
    else if (name === 'w:p') this.#builder.closeParagraph(this.#frames.pop()?.isItem ? 'item' : 'paragraph')
    else if (name === 'w:r') this.#frames.pop()
    else if (WORDS.has(name)) this.#isInText = false
    else if (name === 'w:tr') this.#builder.closeRow()
    else if (name === 'w:tc') this.#builder.closeCell()
    else if (NOTES.has(name)) this.notes.set(this.#note, this.#builder.closeHolder())
  }

  readonly onText = (words: string): void => {
    if (this.#isInText && this.#unread === 0) this.#write(words)
  }

  #openParagraph(): void {
    this.#builder.openParagraph()
    this.#frames.push({ kind: 'paragraph', isItem: false, isHidden: false })
  }

  #openNote(id: string): void {
    this.#note = id
    this.#builder.openHolder()
  }

  /** What says something of the innermost run or paragraph, and characters that are elements. */
  #property(name: string, attributes: Attributes): void {
    const frame = this.#frames.at(-1)
    const value = attributes['w:val']
    if (!frame) return
    if (frame.kind === 'paragraph') frame.isItem ||= this.#makesItem(name, value)
    else if (name === 'w:vanish') frame.isHidden = value !== '0' && value !== 'false'
    else if (REFERENCES.has(name)) this.#refer(name, attributes['w:id'] ?? '')
    else this.#write(CHARACTERS[name] ?? '')
  }

  #makesItem(name: string, value = ''): boolean {
    return name === 'w:numId' ? value !== '0' : name === 'w:pStyle' && this.#listStyles.has(value)
  }

  #refer(name: string, id: string): void {
    this.references.push({ kind: name === 'w:footnoteReference' ? 'footnotes' : 'endnotes', id })
    this.#write(`[${this.references.length}]`)
  }

  #write(words: string): void {
    if (!this.#frames.at(-1)?.isHidden) this.#builder.write(words)
  }
}

export type NoteReference = { readonly kind: 'footnotes' | 'endnotes'; readonly id: string }

type Attributes = Readonly<Record<string, string>>
type Frame = { readonly kind: 'paragraph' | 'run'; isItem: boolean; isHidden: boolean }

const UNREAD = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:pPrChange', 'w:rPrChange', 'mc:Fallback'])
const WORDS = new Set(['w:t', 'm:t'])
const NOTES = new Set(['w:footnote', 'w:endnote'])
const REFERENCES = new Set(['w:footnoteReference', 'w:endnoteReference'])
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
}
