import { element } from './element.ts'
import { markDetails, markName, saidBy } from './mark-words.ts'
import type { ReviewDesk, ShownMark } from './review-desk.ts'

/** On paper: every mark of the article with its number, what is said of it, and what was decided. Made when it is printed. */
export function printedNotes(desk: ReviewDesk): HTMLElement {
  const notes = desk.marks.map((shown) => element('li', {}, ...noteOf(desk, shown)))
  const { title, source, published } = desk.article
  const origin = [source, published].filter((one) => one !== null).join(', ')
  return element(
    'section',
    { className: 'printed', attributes: { 'aria-label': 'Notes' } },
    element('h2', {}, `Notes on “${title}”${origin ? ` (${origin})` : ''}`),
    element('ol', {}, ...notes),
  )
}

function noteOf(desk: ReviewDesk, shown: ShownMark): readonly HTMLElement[] {
  const { standing, thread } = desk.said(shown)
  const details = markDetails(desk, shown).map(([name, value]) => `${name}: ${value}`)
  const judged = standing.judgements.map((judgement) => saidBy(judgement, desk))
  const comments = (thread?.comments ?? []).map(({ by, kind, text }) => `${by}: ${text || kind}`)
  return [
    element('strong', {}, markName(desk.data, desk.article.text, shown)),
    element('div', {}, details.join(' · ')),
    ...[...judged, ...comments].map((words) => element('div', { className: 'said' }, words)),
  ]
}
