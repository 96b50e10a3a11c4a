import { relabelling } from '#shared/domain/act-edits.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { edgeAfter, edgesOf, lastEdgeOf, moveEdge } from '#shared/domain/edges.ts'
import { saysTheSame } from '#shared/review/proposals.ts'
import { button, element, labelled, option } from './element.ts'
import type { ReviewDesk, ShownMark } from './review-desk.ts'
import { wordsAround } from './words-around.ts'

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
    this.root.append(
      labelled('Label', this.#label),
      this.#words,
      this.#edge('Begin a word', 'first', 'Alt+Shift+← →'),
      this.#edge('End a word', 'last', 'Alt+← →'),
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

  #edge(title: string, edge: 'first' | 'last', keys: string): HTMLElement {
    const move = (way: string, isForward: boolean) => {
      const made = button(way, () => this.#move(edge, isForward))
      made.setAttribute('aria-label', `${title} ${way}`)
      return made
    }
    return element(
      'div',
      { className: 'edge' },
      element('span', { attributes: { 'aria-hidden': 'true' } }, title),
      move('earlier', false),
      move('later', true),
      element('kbd', {}, keys),
    )
  }

  #paint(): void {
    if (!this.#now) return
    const { start, end, label } = this.#now
    const { text } = this.#desk.article
    const { before, after } = wordsAround(text, { start, end })
    this.#label.value = label
    this.#words.replaceChildren(
      element('span', { className: 'quiet' }, before),
      element('mark', {}, text.slice(start, end)),
      element('span', { className: 'quiet' }, after),
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
