import { shownLabel } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import { COMMENT_SIGN, OUTCOME_SIGNS, OUTCOME_STATES } from '#shared/review/outcome-words.ts'
import { element } from './element.ts'
import type { ReviewDesk, ShownMark } from './review-desk.ts'

const HIDDEN = { 'aria-hidden': 'true' }

/** The marks of the article that the filter lets through, as a list to go along with the arrows. */
export class MarkList {
  readonly root = element('div', {
    className: 'list',
    tabIndex: 0,
    attributes: { role: 'listbox', 'aria-label': 'Marks' },
  })
  readonly #desk: ReviewDesk
  readonly #signs: ReadonlyMap<string, string>
  readonly #rows = new Map<string, HTMLElement>()

  constructor(desk: ReviewDesk, signs: ReadonlyMap<string, string>) {
    this.#desk = desk
    this.#signs = signs
    this.root.addEventListener('keydown', (event) => this.#onKey(event))
  }

  paint(): void {
    this.#rows.clear()
    this.root.replaceChildren(...this.#desk.marks.map((shown, index) => this.#row(shown, index)))
    this.point()
  }

  update(shown: ShownMark): void {
    const row = this.#rows.get(shown.key)
    if (!row) return
    const { standing, thread } = this.#desk.said(shown)
    const words = [OUTCOME_STATES[standing.outcome], ...(thread ? ['commented'] : [])].join(', ')
    const told = row.querySelector('.told')
    if (told) told.textContent = `, ${words}`
    row.dataset.state = standing.outcome
    row.hidden = !this.#desk.isShown(shown) && this.#desk.current?.key !== shown.key
    const state = row.querySelector('.state')
    if (state) state.textContent = `${OUTCOME_SIGNS[standing.outcome]}${thread ? ` ${COMMENT_SIGN}` : ''}`
  }

  updateAll(): void {
    for (const shown of this.#desk.marks) this.update(shown)
  }

  point(): void {
    for (const row of this.root.querySelectorAll('[aria-selected=true]'))
      row.setAttribute('aria-selected', 'false')
    const row = this.#rows.get(this.#desk.current?.key ?? '')
    row?.setAttribute('aria-selected', 'true')
    if (row) {
      row.hidden = false
      this.root.setAttribute('aria-activedescendant', row.id)
      this.#bringIntoSight(row)
    } else this.root.removeAttribute('aria-activedescendant')
  }

  /** Scrolls nothing but the list. */
  #bringIntoSight(row: HTMLElement): void {
    const { root } = this
    const below = row.offsetTop + row.offsetHeight - root.clientHeight
    root.scrollTop = Math.min(row.offsetTop, Math.max(root.scrollTop, below))
  }

  #row(shown: ShownMark, index: number): HTMLElement {
    const { scheme } = this.#desk.data
    const { mark } = shown
    const label = shownLabel(scheme, mark.label)
    const hue = scheme.labels.findIndex(({ id }) => id === mark.label)
    const row = element(
      'div',
      { id: `mark-${index}`, className: 'row', attributes: { role: 'option', 'aria-selected': 'false' } },
      element(
        'span',
        { className: `sign ${label.shape} label-${hue}`, attributes: HIDDEN },
        this.#signs.get(mark.label) ?? '?',
      ),
      element(
        'span',
        { className: 'quote' },
        element('span', { className: 'hush' }, `${label.title}: `),
        shortQuoteOf(this.#desk.article.text, mark),
      ),
      element('span', { className: 'whose' }, shown.annotator),
      element('span', { className: 'state', attributes: HIDDEN }),
      element('span', { className: 'hush told' }),
    )
    row.addEventListener('click', () => this.#desk.show(shown))
    this.#rows.set(shown.key, row)
    this.update(shown)
    return row
  }

  #onKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -1e9, End: 1e9 }
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const shown = this.#desk.marks.filter((one) => this.#desk.isShown(one))
    const at = shown.findIndex(({ key }) => key === this.#desk.current?.key)
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))]
    if (next) this.#desk.show(next)
  }
}
