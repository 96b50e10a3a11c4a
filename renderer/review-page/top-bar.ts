import { button, element, labelled, option } from './element.ts'
import type { ReviewDesk } from './review-desk.ts'
import { loadAnswers, saveAnswers } from './save-answers.ts'

const NOT_KEPT =
  'This browser keeps nothing for this file: save your answers before you close or reload it, or they are lost.'

/** What is reviewed, how far it has come, and what is done with the answers. */
export class TopBar {
  readonly root: HTMLElement
  readonly #desk: ReviewDesk
  readonly #say: (words: string) => void
  readonly #articles = element('select')
  readonly #progress = element('progress', { attributes: { 'aria-label': 'Marks decided' } })
  readonly #count = element('p', { className: 'quiet' })
  readonly #kept = element('p', { className: 'quiet' })
  readonly #undo = button('Undo', () => this.undo(), 'Ctrl+Z')
  readonly #totals: readonly number[]

  constructor(desk: ReviewDesk, say: (words: string) => void) {
    this.#desk = desk
    this.#say = say
    const { articles, workspace, by, made } = desk.data
    this.#totals = articles.map(({ marks }) =>
      marks.reduce((sum, { annotations }) => sum + annotations.length, 0),
    )
    this.#articles.append(...articles.map(({ title }, index) => option(String(index), title)))
    this.#articles.addEventListener('change', () => desk.open(Number(this.#articles.value)))
    const step = (title: string, by: number) => button(title, () => desk.open(desk.articleIndex + by))
    this.root = element(
      'header',
      {},
      element('h1', {}, `Review of “${workspace.name}”`),
      element(
        'p',
        { className: 'quiet' },
        `Made by ${by} on ${made.slice(0, 10)}. You are ${desk.reviewer}.`,
      ),
      element(
        'nav',
        { attributes: { 'aria-label': 'Articles' } },
        labelled('Article', this.#articles),
        step('Previous article', -1),
        step('Next article', 1),
      ),
      element('div', { className: 'progress' }, this.#progress, this.#count),
      element(
        'div',
        { className: 'decide' },
        button('Save answers', () => this.save(), 'S'),
        this.#loader(),
        this.#undo,
      ),
      this.#kept,
    )
  }

  paint(): void {
    this.#articles.value = String(this.#desk.articleIndex)
    this.update()
  }

  update(): void {
    const { articles } = this.#desk.data
    const decided = articles.map(({ id }) => this.#desk.ownOf(id).judgements.size)
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
    const at = this.#desk.articleIndex
    this.#progress.max = Math.max(1, sum(this.#totals))
    this.#progress.value = sum(decided)
    this.#count.textContent = `${decided[at]} of ${this.#totals[at]} marks decided here, ${sum(decided)} of ${sum(this.#totals)} in all`
    this.#undo.disabled = !this.#desk.canUndo
    this.#kept.textContent = this.#keptWords()
    this.#kept.classList.toggle('problem', !this.#desk.isKept)
  }

  save(): void {
    saveAnswers(this.#desk, this.#say)
  }

  undo(): void {
    this.#say(this.#desk.undo())
  }

  #keptWords(): string {
    if (!this.#desk.isKept) return NOT_KEPT
    return this.#desk.isUnsaved
      ? 'Kept in this browser; not saved as a file yet.'
      : 'All that you say is kept in this browser.'
  }

  #loader(): HTMLElement {
    const input = element('input', { type: 'file', accept: '.json,application/json' })
    input.addEventListener('change', () => {
      const [file] = input.files ?? []
      input.value = ''
      if (file) void loadAnswers(this.#desk, file, this.#say)
    })
    return element('label', { className: 'file' }, 'Load saved answers', input)
  }
}
