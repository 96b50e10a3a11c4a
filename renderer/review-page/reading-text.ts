import { lineEnd, linesOf } from '#shared/domain/lines.ts'
import { markPieces, type Piece } from '#shared/domain/mark-pieces.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { COMMENT_SIGN, OUTCOME_SIGNS } from '#shared/review/outcome-words.ts'
import { element } from './element.ts'
import type { ReviewDesk, ShownMark } from './review-desk.ts'

/**
 * The article's text, a paragraph a line, its marks as spans in each other: the pieces of one run of text are the same run,
 * the outer mark around the inner one. Painted once; what is said changes attributes alone.
 */
export class ReadingText {
  readonly root = element('article', {
    className: 'text',
    tabIndex: 0,
    attributes: { 'aria-label': 'Article text' },
  })
  readonly #desk: ReviewDesk
  readonly #signs: ReadonlyMap<string, string>
  /** By the keys of marks. */
  #spans = new Map<string, HTMLElement[]>()
  #current: string | null = null

  constructor(desk: ReviewDesk, signs: ReadonlyMap<string, string>) {
    this.#desk = desk
    this.#signs = signs
    this.root.addEventListener('click', ({ target }) => this.#pick(target))
  }

  paint(): void {
    const { article, marks } = this.#desk
    const { scheme } = this.#desk.data
    const lines = linesOf(article.text)
    const pieces = markPieces(
      marks.map(({ mark, key }) => ({ ...mark, id: key })),
      {
        window: { start: 0, end: article.text.length },
        lines,
        shapeOf: (label) => shownLabel(scheme, label).shape,
      },
    )
    this.#spans = new Map()
    const runs = runsOf(pieces)
    const paragraphs = lines.starts.map((from, line) => this.#paragraph(from, lineEnd(lines, line), runs))
    const first = paragraphs.findIndex((one) => one.textContent?.trim() !== '')
    this.root.replaceChildren(...paragraphs.slice(Math.max(0, first)))
    marks.forEach((shown, index) => {
      const last = this.#spans.get(shown.key)?.at(-1)
      if (last) last.dataset.number = String(index + 1)
    })
    this.updateAll()
    this.#current = null
  }

  /** Shows what is said of a mark by now, and whether it is looked for. */
  update(shown: ShownMark): void {
    const { standing, thread } = this.#desk.said(shown)
    const spans = this.#spans.get(shown.key) ?? []
    const isDim = !this.#desk.isShown(shown)
    for (const span of spans) {
      span.dataset.state = standing.outcome
      span.classList.toggle('dim', isDim)
    }
    const last = spans.at(-1)
    if (last) last.dataset.after = `${OUTCOME_SIGNS[standing.outcome]}${thread ? COMMENT_SIGN : ''}`
  }

  updateAll(): void {
    for (const shown of this.#desk.marks) this.update(shown)
  }

  /** Shows which mark is looked at, and brings it into sight. */
  point(): void {
    const { current } = this.#desk
    for (const span of this.#spans.get(this.#current ?? '') ?? []) span.classList.remove('current')
    this.#current = current?.key ?? null
    const spans = this.#spans.get(this.#current ?? '') ?? []
    for (const span of spans) span.classList.add('current')
    spans[0]?.scrollIntoView({ block: 'center' })
  }

  /** `runs` of this line and later ones; those of this one are taken out. */
  #paragraph(from: number, to: number, runs: (readonly Piece[])[]): HTMLElement {
    const paragraph = element('p', { className: this.#isBoilerplate(from, to) ? 'boilerplate' : '' })
    const { text } = this.#desk.article
    let at = from
    for (let [first] = runs.at(-1) ?? []; first && first.start < to; [first] = runs.at(-1) ?? []) {
      const run = runs.pop() as readonly Piece[]
      paragraph.append(text.slice(at, first.start), this.#nested(run, text.slice(first.start, first.end)))
      at = first.end
    }
    paragraph.append(text.slice(at, to))
    return paragraph
  }

  /** The outer ones first. */
  #nested(run: readonly Piece[], words: string): Node {
    return run.reduceRight<Node>((inner, piece) => {
      const { annotation, drop, depth, starts, isGap } = piece
      if (isGap) return inner
      const span = element('span', { className: this.#classOf(annotation.label) }, inner)
      span.dataset.mark = annotation.id
      span.style.setProperty('--drop', String(drop))
      span.style.setProperty('--depth', String(depth))
      if (starts && annotation.start === piece.start)
        span.dataset.sign = this.#signs.get(annotation.label) ?? ''
      const spans = this.#spans.get(annotation.id)
      if (spans) spans.push(span)
      else this.#spans.set(annotation.id, [span])
      return span
    }, document.createTextNode(words))
  }

  #classOf(label: string): string {
    const { labels } = this.#desk.data.scheme
    const { shape } = shownLabel(this.#desk.data.scheme, label)
    return `mark ${shape} label-${labels.findIndex(({ id }) => id === label)}`
  }

  #isBoilerplate(from: number, to: number): boolean {
    return this.#desk.article.boilerplate.some(({ start, end }) => start <= from && to <= end)
  }

  /** The innermost mark at the place, or, where that one is looked at already, the one around it. */
  #pick(target: EventTarget | null): void {
    const around: string[] = []
    for (let node = target as HTMLElement | null; node && node !== this.root; node = node.parentElement) {
      const key = node.dataset.mark
      if (key !== undefined) around.push(key)
    }
    const index = around.indexOf(this.#desk.current?.key ?? '')
    const picked = around[(index + 1) % around.length]
    const found = this.#desk.marks.find(({ key }) => key === picked)
    if (found) this.#desk.show(found)
  }
}

/** Pieces of the same run of text together, the last run first. */
function runsOf(pieces: readonly Piece[]): (readonly Piece[])[] {
  const byStart = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const others = byStart.get(piece.start)
    if (others) others.push(piece)
    else byStart.set(piece.start, [piece])
  }
  return [...byStart].sort(([a], [b]) => b - a).map(([, run]) => run)
}
