import type { KeyboardEvent } from 'react'
import { FIND_LIMIT } from '#shared/domain/find.ts'
import { type Find, useDesk } from '../../state/desk.ts'
import { closeFind, openFind, search, stepMatch, toggleFindOption } from '../../state/finding.ts'
import { useKeys, withKeys } from '../../state/keys.ts'
import { useFocus } from '../../state/use-focus.ts'
import css from './find-bar.module.css'
import { FindOptions, optionByKey } from './find-options.tsx'

const PROBLEM_ID = 'find-problem'

/** Finds words in the article. Enter selects the match in the text, Escape goes back there with it selected. */
export function FindBar() {
  const find = useDesk((state) => state.find)
  const hasArticle = useDesk(({ open }) => open !== null)
  return (
    <search className={css.find}>
      <div className={css.field}>
        <FindField find={find} hasArticle={hasArticle} />
        <span aria-live="polite" className={css.count}>
          {find.open && find.query && !find.problem && countOf(find)}
        </span>
        <FindOptions disabled={!hasArticle} />
      </div>
      <StepButton direction={-1} count={find.matches.length} />
      <StepButton direction={1} count={find.matches.length} />
      <p id={PROBLEM_ID} aria-live="polite" className={css.problem}>
        {find.open && find.problem}
      </p>
    </search>
  )
}

function FindField({ find, hasArticle }: { readonly find: Find; readonly hasArticle: boolean }) {
  const field = useFocus<HTMLInputElement>('find')
  const keys = useKeys('find.open')
  return (
    <input
      ref={field}
      type="search"
      maxLength={1_000}
      aria-label="Find in article"
      aria-keyshortcuts={keys.spoken}
      aria-describedby={PROBLEM_ID}
      aria-invalid={find.open && find.problem !== null}
      placeholder={withKeys('Find in article', keys)}
      value={find.query}
      disabled={!hasArticle}
      // What is typed while the field waits to be left was meant for the text.
      readOnly={find.progress === 'closing'}
      onFocus={() => find.open || openFind()}
      onChange={({ target }) => search(target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing) return
  const option = optionByKey(event)
  if (option) toggleFindOption(option)
  else if (event.key === 'Enter') stepMatch(event.shiftKey ? -1 : 1)
  else if (event.key === 'Escape') closeFind()
  else return
  event.preventDefault()
}

type StepButtonProps = { readonly direction: 1 | -1; readonly count: number }

function StepButton({ direction, count }: StepButtonProps) {
  const [name, keys, look] =
    direction > 0
      ? (['Next match', 'Enter or F3', css.next] as const)
      : (['Previous match', 'Shift+Enter or Shift+F3', css.previous] as const)
  return (
    <button
      type="button"
      aria-label={name}
      title={`${name} (${keys})`}
      className={`${css.step} ${look}`}
      disabled={count === 0}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => stepMatch(direction)}
    />
  )
}

function countOf({ current, matches, hasMore, progress }: Find): string {
  if (progress !== 'settled') return '…'
  if (matches.length === 0) return 'none'
  const count = hasMore ? `more than ${FIND_LIMIT.toLocaleString('en')}` : matches.length
  return `${current + 1} of ${count}`
}
