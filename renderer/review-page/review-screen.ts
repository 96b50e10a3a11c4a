import type { DeskChange } from './desk-change.ts'
import { button, element } from './element.ts'
import { filterBar } from './filter-bar.ts'
import { goMark } from './going.ts'
import { guidelines } from './guidelines.ts'
import { listenToKeys } from './keys.ts'
import { labelSigns } from './label-signs.ts'
import { MarkCard } from './mark-card.ts'
import { MarkList } from './mark-list.ts'
import { printedNotes } from './printed-notes.ts'
import { ReadingText } from './reading-text.ts'
import type { ReviewDesk } from './review-desk.ts'
import { wholeKey } from './said-by-mark.ts'
import { TopBar } from './top-bar.ts'
import { wholeArticle } from './whole-article.ts'

/** Puts the page together and keeps its parts true. */
export function showReview(desk: ReviewDesk): void {
  const signs = labelSigns(desk.data.scheme.labels)
  const message = element('p', { className: 'message', attributes: { role: 'status' } })
  const say = (words: string): void => {
    message.textContent = words
  }
  const text = new ReadingText(desk, signs)
  const parts = {
    top: new TopBar(desk, signs, say),
    text,
    list: new MarkList(desk, signs),
    card: new MarkCard(desk, say, () => text.root.focus()),
    title: element('h2', { className: 'title' }),
    whole: element('details', { className: 'whole' }),
    printed: element('div'),
  }
  const go = (step: 1 | -1) => (): void => {
    if (!goMark(desk, step)) say('There is no other mark that way.')
  }
  const steps = element(
    'div',
    { className: 'decide steps' },
    button('Previous', go(-1), 'K'),
    button('Next', go(1), 'J'),
  )
  document.body.append(
    parts.top.root,
    message,
    element(
      'main',
      {},
      element('div', { className: 'reading' }, parts.title, parts.text.root, parts.printed),
      element('div', { className: 'side' }, steps, parts.card.root, parts.whole),
      element(
        'div',
        { className: 'index' },
        filterBar(desk),
        parts.list.root,
        guidelines(desk.data.scheme, signs),
      ),
    ),
  )
  desk.onChange((change) => update(desk, parts, change))
  window.addEventListener('beforeprint', () => parts.printed.replaceChildren(printedNotes(desk)))
  window.addEventListener('afterprint', () => parts.printed.replaceChildren())
  listenToKeys({
    j: go(1),
    k: go(-1),
    a: () => parts.card.accept(),
    x: () => parts.card.reject(),
    c: () => parts.card.change(),
    n: () => parts.card.writeComment(),
    v: () => parts.card.resolve(),
    s: () => parts.top.save(),
    'Ctrl+z': () => parts.top.undo(),
    'Ctrl+s': () => parts.top.save(),
  })
  update(desk, parts, { kind: 'article' })
  parts.text.root.focus()
}

type Parts = {
  readonly top: TopBar
  readonly text: ReadingText
  readonly list: MarkList
  readonly card: MarkCard
  readonly title: HTMLElement
  readonly whole: HTMLElement
}

function update(desk: ReviewDesk, parts: Parts, change: DeskChange): void {
  if (change.kind === 'article') paintArticle(desk, parts)
  if (change.kind === 'mark') {
    parts.text.point()
    parts.list.point()
    parts.card.paint()
  }
  if (change.kind === 'filter') {
    parts.text.updateAll()
    parts.list.updateAll()
  }
  if (change.kind === 'said') showSaid(desk, parts, change.about)
  if (change.kind === 'kept' || change.kind === 'reviewer') parts.top.update()
}

function showSaid(desk: ReviewDesk, parts: Parts, about: ReadonlySet<string>): void {
  for (const shown of desk.marks.filter(({ key }) => about.has(key))) {
    parts.text.update(shown)
    parts.list.update(shown)
  }
  if (desk.article.marks.some(({ annotator }) => about.has(wholeKey(annotator)))) paintWhole(desk, parts)
  if (desk.current && about.has(desk.current.key)) parts.card.update()
}

function paintArticle(desk: ReviewDesk, parts: Parts): void {
  parts.title.textContent = desk.article.title
  parts.text.paint()
  parts.list.paint()
  parts.card.paint()
  parts.top.paint()
  paintWhole(desk, parts)
}

function paintWhole(desk: ReviewDesk, { whole }: Parts): void {
  whole.replaceChildren(
    element('summary', {}, 'Comments on the whole article'),
    ...desk.article.marks.map(({ annotator }) => wholeArticle(desk, annotator)),
  )
}
