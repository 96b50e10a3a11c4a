import { type KeyboardEvent, useEffect } from 'react'
import {
  askFor,
  leaveOccurrences,
  type Occurrences,
  occurrencesNow,
  useOccurrences,
} from '../../state/occurrences.ts'
import { markChosen } from '../../state/propagating.ts'
import { OccurrenceList } from './occurrence-list.tsx'
import css from './occurrences.module.css'
import { Question } from './question.tsx'
import { SkipList } from './skip-list.tsx'

/** All places with a mark’s words, to choose from before they are marked. */
export function OccurrencesSheet() {
  useEffect(() => leaveOccurrences, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of all that is in it
    <div className={css.sheet} onKeyDown={onKeyDown}>
      <Question />
      <Summary />
      <OccurrenceList />
      <Apply />
      <SkipList />
    </div>
  )
}

function onKeyDown(event: KeyboardEvent): void {
  const { target, key, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return
  const isOwn = target.closest('button, summary, input[type="text"]') !== null
  const now = occurrencesNow()
  if (isOwn || !now) return
  const does = actionFor(key, now)
  if (!does) return
  event.preventDefault()
  does()
}

function actionFor(key: string, { scope, hasOtherNames, otherNames }: Occurrences): (() => void) | undefined {
  if (key === 'Enter') return () => void markChosen()
  if (key === 'w' || key === 'W')
    return () => askFor({ scope: scope === 'article' ? 'workspace' : 'article' })
  if ((key === 'o' || key === 'O') && otherNames.length > 0)
    return () => askFor({ hasOtherNames: !hasOtherNames })
  return undefined
}

function Summary() {
  const sentence = useOccurrences(summaryOf)
  const progress = useOccurrences((now) => now.progress)
  const said = useOccurrences((now) => now.said)
  return (
    <div className={css.summary}>
      <p aria-live="polite">{[said, sentence].filter(Boolean).join(' ')}</p>
      {progress && (
        <progress
          aria-label="Looking through the articles"
          value={progress.done}
          max={Math.max(progress.total, 1)}
        />
      )}
    </div>
  )
}

function summaryOf({ articles, chosen, hasMore, unread }: Occurrences): string {
  if (!articles) return 'Looking through the articles…'
  const all = articles.reduce((sum, { found }) => sum + found.length, 0)
  if (all === 0) return `There is no other place to mark.${unreadSentence(unread)}`
  const places = all === 1 ? '1 place' : `${all.toLocaleString('en')} places`
  const where = articles.length === 1 ? '1 article' : `${articles.length.toLocaleString('en')} articles`
  const more = hasMore ? ' There are more: mark these, then look again.' : ''
  return `${places} in ${where}, ${chosen.size.toLocaleString('en')} chosen.${more}${unreadSentence(unread)}`
}

const unreadSentence = (unread: number): string =>
  unread === 0 ? '' : ` ${unread} ${unread === 1 ? 'article' : 'articles'} could not be read.`

function Apply() {
  const count = useOccurrences(({ chosen }) => chosen.size) ?? 0
  return (
    <div className={css.apply}>
      <button type="button" className="primary" disabled={count === 0} onClick={() => void markChosen()}>
        Mark {count.toLocaleString('en')} <kbd>Enter</kbd>
      </button>
      <p className={css.hint}>
        <kbd>Space</kbd> this one · <kbd>Shift+Space</kbd> its group · <kbd>N</kbd> never mark these words ·{' '}
        <kbd>Esc</kbd> leave
      </p>
    </div>
  )
}
