import type { Span } from '#shared/domain/span.ts'
import { attributeOf, type PageElement } from './element.ts'
import { holdsData, isTight } from './shape.ts'
import { TextWriter } from './text-writer.ts'
import { isUnseen } from './visible.ts'

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** With an empty line before and after them. */
const APART = setOf(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol dl menu dir pre listing xmp table figure hr form fieldset address article section header footer nav aside main hgroup',
)
const ON_OWN_LINE = setOf(
  'html body div li tr td th dt dd figcaption caption legend center details summary textarea search dialog',
)
const PREFORMATTED = setOf('pre textarea listing xmp')
const CELLS = setOf('td th')
const BUTTONS = setOf('submit button reset')
const QUOTATION_MARKS = ['“”', '‘’'] as const

/** What holds for the words in an element, mostly taken over from the element around it. */
type Frame = {
  readonly element: PageElement
  readonly isPreformatted: boolean
  /** In an item of a list whose items are a line each. */
  readonly isTight: boolean
  readonly isInData: boolean
  readonly isInCell: boolean
  readonly quotes: number
  /** Cells so far, of a row. */
  cells: number
  /** Undefined until the first word is written. */
  start: number | undefined
}

/** Puts the words of a page into lines, element by element. */
export class Layout {
  readonly spans: Map<PageElement, Span> = new Map()
  readonly #open: Frame[] = []
  /** So many of those open have words already: whatever is around them has too. */
  #begun = 0
  /** Two links in a row are always shown apart, by space or by style. */
  #endOfLink = -1
  readonly #writer = new TextWriter((at) => this.#begin(at))

  get text(): string {
    return this.#writer.toString()
  }

  /** False where nothing of the element is to be seen. */
  enter(element: PageElement): boolean {
    if (isUnseen(element)) return false
    const around = this.#open.at(-1)
    if (CELLS.has(element.tagName) && around?.isInData) this.#edgeOfCell(around)
    else this.#breakAround(element.tagName)
    if (element.tagName === 'a' && this.#writer.length === this.#endOfLink) this.#writer.space()
    const frame = frameOf(element, around)
    this.#open.push(frame)
    if (element.tagName === 'br') this.#endLine(frame)
    if (element.tagName === 'input') this.#button(element)
    if (element.tagName === 'q') this.words(marksOf(frame)[0] as string)
    return true
  }

  leave(): void {
    const frame = this.#open.at(-1)
    if (!frame) throw new Error('No element is open')
    const { element } = frame
    if (element.tagName === 'q') this.words(marksOf(frame)[1] as string)
    if (frame.start !== undefined) this.#remember(frame.element, frame.start)
    this.#open.pop()
    this.#begun = Math.min(this.#begun, this.#open.length)
    if (element.tagName === 'a') this.#endOfLink = this.#writer.length
    if (!frame.isInData || !CELLS.has(element.tagName)) this.#breakAround(element.tagName)
  }

  words(text: string): void {
    const frame = this.#open.at(-1)
    if (frame?.isPreformatted && !frame.isInCell) this.#writer.preformatted(text)
    else this.#writer.words(text)
  }

  #remember(element: PageElement, start: number): void {
    this.spans.set(element, { start, end: this.#writer.length })
  }

  #begin(at: number): void {
    for (const frame of this.#open.slice(this.#begun)) frame.start = at
    this.#begun = this.#open.length
  }

  #edgeOfCell(row: Frame): void {
    if (row.cells++ > 0) this.#writer.tab()
  }

  #breakAround(tagName: string): void {
    const around = this.#open.at(-1)
    if (tagName === 'button' || tagName === 'input') this.#writer.space()
    const isApart = APART.has(tagName)
    if (!isApart && !ON_OWN_LINE.has(tagName)) return
    if (around?.isInCell) this.#writer.space()
    else this.#writer.breakLine(isApart && !around?.isTight ? 2 : 1)
  }

  #endLine({ isInCell }: Frame): void {
    if (isInCell) this.#writer.space()
    else this.#writer.endLine()
  }

  #button(element: PageElement): void {
    if (BUTTONS.has(attributeOf(element, 'type')?.toLowerCase() ?? '')) {
      this.words(attributeOf(element, 'value') ?? '')
    }
  }
}

const marksOf = ({ quotes }: Frame): string => QUOTATION_MARKS[(quotes - 1) % 2] as string

function frameOf(element: PageElement, around: Frame | undefined): Frame {
  const { tagName } = element
  const isTable = tagName === 'table'
  const isInData = isTable ? holdsData(element) : (around?.isInData ?? false)
  return {
    element,
    isPreformatted: PREFORMATTED.has(tagName) || (around?.isPreformatted ?? false),
    isTight: tagName === 'li' ? isTight(element) : (around?.isTight ?? false),
    isInData,
    isInCell: !isTable && ((isInData && CELLS.has(tagName)) || (around?.isInCell ?? false)),
    quotes: (around?.quotes ?? 0) + (tagName === 'q' ? 1 : 0),
    cells: 0,
    start: undefined,
  }
}
