import { button, element, labelled, option } from './element.ts'
import { howItWorks } from './how-it-works.ts'
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
  readonly #notKept = element('p', { className: 'problem', hidden: true }, NOT_KEPT)
  readonly #undo = button('Undo', () => this.undo(), 'Ctrl+Z')
  readonly #totals: readonly number[]

  constructor(desk: ReviewDesk, signs: ReadonlyMap<string, string>, say: (words: string) => void) {
    this.#desk = desk
    this.#say = say
    const { articles, workspace, by, made, scheme } = desk.data
    this.#totals = articles.map(({ marks }) =>
      marks.reduce((sum, { annotations }) => sum + annotations.length, 0),
    )
    this.#articles.append(...articles.map(({ title }, index) => option(String(index), title)))
    this.#articles.addEventListener('change', () => desk.open(Number(this.#articles.value)))
    this.root = element(
      'header',
      {},
      element('h1', {}, `Review of “${workspace.name}”`),
      element('p', { className: 'quiet who' }, `You are ${desk.reviewer}.`),
      this.#goingTo(),
      element(
        'div',
        { className: 'decide' },
        button('Save answers', () => this.save(), 'S'),
        this.#undo,
      ),
      element('div', { className: 'progress' }, this.#progress, this.#count),
      element(
        'details',
        { className: 'more' },
        element('summary', {}, 'More'),
        element(
          'div',
          {},
          element('p', {}, `Made by ${by} on ${made.slice(0, 10)}. You are ${desk.reviewer}.`),
          this.#kept,
          this.#loader(),
          howItWorks(scheme, signs),
        ),
      ),
      this.#notKept,
    )
    this.root.querySelector('.decide button')?.classList.add('primary')
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
    this.#notKept.hidden = this.#desk.isKept
    this.#kept.hidden = !this.#desk.isKept
    this.#kept.textContent = this.#desk.isUnsaved
      ? 'Kept in this browser; not saved as a file yet.'
      : 'All that you say is kept in this browser.'
  }

  save(): void {
    saveAnswers(this.#desk, this.#say)
  }

  undo(): void {
    this.#say(this.#desk.undo())
  }

  #goingTo(): HTMLElement {
    const { length } = this.#desk.data.articles
    const step = (sign: string, title: string, by: number) => {
      const made = button(sign, () => this.#open(this.#desk.articleIndex + by))
      made.setAttribute('aria-label', title)
      made.title = title
      made.hidden = length === 1
      return made
    }
    return element(
      'nav',
      { attributes: { 'aria-label': 'Articles' } },
      step('‹', 'Previous article', -1),
      labelled('Article', this.#articles),
      step('›', 'Next article', 1),
    )
  }

  #open(index: number): void {
    if (this.#desk.data.articles[index]) this.#desk.open(index)
    else this.#say('There is no other article that way.')
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
