import { type KeyboardEvent, useEffect, useRef } from 'react'
import { desk, useDesk } from '../../state/desk.ts'
import { closeFind, openFind, search, stepMatch } from '../../state/finding.ts'
import { useKeys, withKeys } from '../../state/keys.ts'
import css from './find-bar.module.css'

/** Finds words in the article. Enter selects the match in the text, Escape goes back there with it selected. */
export function FindBar() {
  const field = useRef<HTMLInputElement>(null)
  const find = useDesk((state) => state.find)
  const keys = useKeys('find.open')
  const hasArticle = useDesk(({ open }) => open !== null)
  useEffect(
    () =>
      desk.subscribe(({ focus }, before) => {
        if (focus?.pane !== 'find' || focus === before.focus) return
        field.current?.focus()
        field.current?.select()
      }),
    [],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') stepMatch(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') closeFind()
    else return
    event.preventDefault()
  }
  return (
    <search className={css.find}>
      <input
        ref={field}
        type="search"
        aria-label="Find in article"
        aria-keyshortcuts={keys.spoken}
        placeholder={withKeys('Find in article', keys)}
        value={find.query}
        disabled={!hasArticle}
        onFocus={() => find.open || openFind()}
        onChange={({ target }) => search(target.value)}
        onKeyDown={onKeyDown}
      />
      <span aria-live="polite" className={css.count}>
        {find.open && find.query && countOf(find.current, find.matches.length)}
      </span>
    </search>
  )
}

const countOf = (current: number, count: number) => (count === 0 ? 'none' : `${current + 1} of ${count}`)
