import { element, labelled, option } from './element.ts'
import { SHOWN_STATES, type ShownState } from './page-filter.ts'
import type { ReviewDesk } from './review-desk.ts'

const STATE_TITLES: { readonly [S in ShownState]: string } = {
  all: 'All',
  open: 'Open',
  accepted: 'Accepted',
  changed: 'To change',
  rejected: 'Rejected',
  commented: 'With comments',
}

/** Which marks are gone through. */
export function filterBar(desk: ReviewDesk): HTMLElement {
  const state = element('select', {}, ...SHOWN_STATES.map((one) => option(one, STATE_TITLES[one])))
  const label = element(
    'select',
    {},
    option('', 'All'),
    ...desk.data.scheme.labels.map(({ id, title }) => option(id, title)),
  )
  const names = new Set(desk.data.articles.flatMap(({ marks }) => marks.map(({ annotator }) => annotator)))
  const annotator = element('select', {}, option('', 'All'), ...[...names].map((name) => option(name, name)))
  const words = element('input', { type: 'search' })
  state.addEventListener('change', () => desk.setFilter({ state: state.value as ShownState }))
  label.addEventListener('change', () => desk.setFilter({ label: label.value }))
  annotator.addEventListener('change', () => desk.setFilter({ annotator: annotator.value }))
  words.addEventListener('input', () => desk.setFilter({ words: words.value }))
  return element(
    'div',
    { className: 'filters', attributes: { role: 'search', 'aria-label': 'Filter marks' } },
    labelled('Show', state),
    labelled('Label', label),
    ...(names.size > 1 ? [labelled('Annotator', annotator)] : []),
    labelled('Words', words),
  )
}
