import { relabelling } from '#shared/domain/act-edits.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { edgeAfter, edgesOf, lastEdgeOf, moveEdge } from '#shared/domain/edges.ts'
import { saysTheSame } from '#shared/review/proposals.ts'
import { button, element, labelled, option } from './element.ts'
import type { ReviewDesk, ShownMark } from './review-desk.ts'

const BEFORE = 60

/** What a mark should be: another label, other words. Its edges go word by word. */
export class ChangeForm {
  readonly root = element('fieldset', { hidden: true }, element('legend', {}, 'What it should be'))
  readonly #desk: ReviewDesk
  readonly #label = element('select')
  readonly #words = element('p', { className: 'proposed', attributes: { 'aria-live': 'polite' } })
  readonly #propose: (proposal: Annotation) => void
  #was: Annotation | null = null
  #now: Annotation | null = null

  constructor(desk: ReviewDesk, propose: (proposal: Annotation) => void) {
    this.#desk = desk
    this.#propose = propose
    this.#label.append(...desk.data.scheme.labels.map(({ id, title }) => option(id, title)))
    this.#label.addEventListener('change', () => this.#relabel())
    const move = (title: string, edge: 'first' | 'last', isForward: boolean) =>
      button(title, () => this.#move(edge, isForward))
    this.root.append(
      labelled('Label', this.#label),
      this.#words,
      element(
        'div',
        { className: 'edges' },
        move('Begin a word earlier', 'first', false),
        move('Begin a word later', 'first', true),
        move('End a word earlier', 'last', false),
        move('End a word later', 'last', true),
      ),
      element(
        'div',
        { className: 'decide' },
        button('Propose', () => this.#done()),
        button('Cancel', () => this.close()),
      ),
    )
    this.root.addEventListener('keydown', (event) => this.#onKey(event))
  }

  open({ mark }: ShownMark, now: Annotation): void {
    this.#was = mark
    this.#now = now
    this.root.hidden = false
    this.#paint()
    this.#label.focus()
  }

  close(): void {
    this.root.hidden = true
  }

  #paint(): void {
    if (!this.#now) return
    const { start, end, label } = this.#now
    const { text } = this.#desk.article
    this.#label.value = label
    this.#words.replaceChildren(
      element('span', { className: 'quiet' }, lastWords(text.slice(Math.max(0, start - BEFORE), start))),
      element('mark', {}, text.slice(start, end)),
      element('span', { className: 'quiet' }, text.slice(end, end + 60).split('\n')[0] ?? ''),
    )
  }

  #relabel(): void {
    if (!this.#now) return
    const { scheme } = this.#desk.data
    const wanted = { label: this.#label.value, scheme, now: new Date().toISOString() }
    const [change] = relabelling(this.#now, AnnotationSet.empty, wanted).changes
    if (change?.kind === 'annotation' && change.after) this.#now = change.after
    this.#paint()
  }

  #move(which: 'first' | 'last', isForward: boolean): void {
    if (!this.#now) return
    const edge = which === 'first' ? 0 : lastEdgeOf(this.#now)
    const from = edgesOf(this.#now)[edge] as number
    const { text } = this.#desk.article
    const to = edgeAfter(text, from, which === 'first', { isForward, unit: 'word' })
    this.#now = moveEdge(this.#now, edge, to)?.annotation ?? this.#now
    this.#paint()
  }

  /** Alt with the arrows moves the end, with Shift the beginning. */
  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close()
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    this.#move(event.shiftKey ? 'first' : 'last', event.key === 'ArrowRight')
  }

  #done(): void {
    const [was, now] = [this.#was, this.#now]
    this.close()
    if (was && now && !saysTheSame(was, now)) this.#propose(now)
  }
}

/** Of what comes before the words, what is in their line, from the first whole word on. */
const lastWords = (text: string): string => {
  const line = text.split('\n').at(-1) ?? ''
  return line.length < BEFORE ? line : line.replace(/^\S*\s/, '')
}
