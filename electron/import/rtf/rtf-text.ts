import { type Block, rowOf } from '#electron/import/document/block.ts'
import { DEFAULT_PAGE, decodePage, pageOfCharset, pageOfNumber } from './code-pages.ts'
import type { RtfToken } from './tokens.ts'
import { CELL_ENDS, CHARACTERS, PARAGRAPH_ENDS, READ_AGAIN, ROW_ENDS, UNREAD } from './words.ts'

/**
 * The words of an RTF document.
 *
 * Each brace opens a group that inherits how its text is to be taken: where it goes (`target`), in which code page its
 * bytes are, whether it is hidden, and how many characters behind a `\uN` repeat it for old programs. Bytes are collected
 * until something else comes, since a character of some code pages has two of them, each escaped for itself.
 */
export class RtfText {
  readonly blocks: Block[] = []
  readonly notes: Block[] = []
  title = ''
  author = ''
  isTooDeep = false
  /** True once the outermost group is closed. */
  isWhole = false

  readonly #stack: Group[] = []
  #group: Group = OUTERMOST
  readonly #fonts = new Map<number, string>()
  #font = 0
  #page = DEFAULT_PAGE
  #bytes: number[] = []
  #line = ''
  #note = ''
  #noteCount = 0
  #cells: string[] = []
  #isInTable = false
  #isItem = false
  /** How much of what follows a `\uN` repeats it. */
  #toSkip = 0

  add(token: RtfToken): void {
    if (token.kind === 'open') this.#open()
    else if (token.kind === 'close') this.#close()
    else if (token.kind === 'bytes') this.#addBytes(token.bytes)
    else if (this.#toSkip > 0 && token.word !== 'u') this.#toSkip--
    else this.#addWord(token.word, token.value)
  }

  #open(): void {
    this.#flush()
    this.#toSkip = 0
    this.#stack.push(this.#group)
    this.#group = { ...this.#group, isStarred: false }
    this.isTooDeep ||= this.#stack.length > DEEPEST
  }

  #close(): void {
    this.#flush()
    this.#toSkip = 0
    const outer = this.#stack.pop() ?? OUTERMOST
    if (this.#group.target === 'note' && outer.target !== 'note') this.#endNote()
    this.#group = outer
    if (this.#stack.length > 0) return
    this.#endParagraph()
    this.isWhole = true
  }

  #addBytes(bytes: Uint8Array): void {
    const skipped = Math.min(this.#toSkip, bytes.length)
    this.#toSkip -= skipped
    if (this.#group.target === 'none') return
    for (let i = skipped; i < bytes.length; i++) this.#bytes.push(bytes[i] as number)
  }

  #addWord(word: string, value: number | null): void {
    this.#flush()
    const character = CHARACTERS[word]
    if (word === 'u') this.#addUnicode(value ?? 0)
    else if (character !== undefined) this.#write(character)
    else if (PARAGRAPH_ENDS.has(word)) this.#endParagraph()
    else if (CELL_ENDS.has(word)) this.#endCell()
    else if (ROW_ENDS.has(word)) this.#endRow()
    else if (!this.#changeTarget(word)) this.#changeState(word, value)
  }

  /** `\u-4051` is the character of that number, counted as 16 bits with a sign. */
  #addUnicode(value: number): void {
    this.#write(String.fromCharCode(value & 0xffff))
    this.#toSkip = this.#group.fallback
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const bytes = this.#bytes
    this.#bytes = []
    this.#write(decodePage(bytes, this.#group.page ?? this.#page))
  }

  #write(words: string): void {
    const { target, isHidden } = this.#group
    if (isHidden) return
    if (target === 'text') this.#line += words
    else if (target === 'note') this.#note += words
    else if (target === 'title') this.title += words
    else if (target === 'author') this.author += words
  }

  #changeTarget(word: string): boolean {
    const { target, isStarred } = this.#group
    const next = targetOf(word, target, isStarred)
    if (next === null) return false
    if (next === 'note' && target === 'text') this.#startNote()
    this.#group = { ...this.#group, target: next, isStarred: false }
    return true
  }

  #changeState(word: string, value: number | null): void {
    const change = CHANGES[word]
    if (change) this.#group = { ...this.#group, ...change(value) }
    else if (word === 'f') this.#setFont(value ?? 0)
    else if (word === 'fcharset') this.#setCharset(value ?? 1)
    else if (word === 'ansicpg') this.#page = pageOfNumber(value ?? 0)
    else if (word === 'mac') this.#page = 'macroman'
    else if (word === 'pc') this.#page = 'cp437'
    else if (word === 'intbl') this.#isInTable = true
    else if (word === 'ls') this.#isItem = true
    else if (word === 'pard') this.#isInTable = this.#isItem = false
  }

  #setFont(font: number): void {
    this.#font = font
    this.#group = { ...this.#group, page: this.#fonts.get(font) }
  }

  #setCharset(charset: number): void {
    const page = pageOfCharset(charset)
    if (page && charset !== 0) this.#fonts.set(this.#font, page)
  }

  #endParagraph(): void {
    if (this.#group.target === 'note') this.#note += '\n'
    else if (this.#group.target !== 'text') return
    else if (this.#isInTable) this.#line += '\n'
    else this.#endLine()
  }

  #endLine(): void {
    const words = [...this.#cells, this.#line].join('\t')
    this.#cells = []
    this.#line = ''
    this.blocks.push({ kind: this.#isItem ? 'item' : 'paragraph', text: words })
  }

  #endCell(): void {
    if (this.#group.target !== 'text') return
    this.#cells.push(this.#line)
    this.#line = ''
  }

  #endRow(): void {
    if (this.#group.target !== 'text') return
    this.blocks.push(rowOf(this.#cells))
    this.#cells = []
  }

  #startNote(): void {
    this.#noteCount++
    this.#line += `[${this.#noteCount}]`
    this.#note = ''
  }

  #endNote(): void {
    this.notes.push({ kind: 'paragraph', text: `[${this.#noteCount}] ${this.#note.trim()}` })
  }
}

const DEEPEST = 200

type Target = 'text' | 'note' | 'title' | 'author' | 'info' | 'fonts' | 'none'

type Group = {
  readonly target: Target
  /** Undefined for the document's own. */
  readonly page: string | undefined
  readonly isHidden: boolean
  readonly fallback: number
  /** `\*` stands at its beginning: what does not know the word that follows shall skip the group. */
  readonly isStarred: boolean
}

const OUTERMOST: Group = { target: 'text', page: undefined, isHidden: false, fallback: 1, isStarred: false }

/** Where the words of a group go that `word` stands in; null where it says nothing of that. */
function targetOf(word: string, target: Target, isStarred: boolean): Target | null {
  if (READ_AGAIN.has(word)) return 'text'
  if (word === 'fonttbl') return 'fonts'
  if (word === 'info') return 'info'
  if (target === 'info' && (word === 'title' || word === 'author')) return word
  if (word === 'footnote' && target === 'text') return 'note'
  return isStarred || UNREAD.has(word) ? 'none' : null
}

const isOn = (value: number | null): boolean => value !== 0

const CHANGES: { readonly [word: string]: (value: number | null) => Partial<Group> } = {
  '*': () => ({ isStarred: true }),
  uc: (value) => ({ fallback: Math.min(Math.max(value ?? 1, 0), 100) }),
  v: (value) => ({ isHidden: isOn(value) }),
  deleted: (value) => ({ isHidden: isOn(value) }),
  plain: () => ({ isHidden: false, page: undefined }),
}
