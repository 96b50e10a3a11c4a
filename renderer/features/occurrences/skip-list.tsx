import { type FormEvent, useState } from 'react'
import { useDesk } from '../../state/desk.ts'
import { markAgain, neverMark } from '../../state/occurrences.ts'
import css from './occurrences.module.css'

/** The words that are never marked of themselves, by whichever annotator. */
export function SkipList() {
  const skips = useDesk(({ registry }) => registry.united.skips)
  const [typed, setTyped] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    neverMark(typed)
    setTyped('')
  }
  return (
    <details className={css.skips}>
      <summary>Never marked: {skips.length === 0 ? 'nothing' : skips.length}</summary>
      <form onSubmit={add} className={css.add}>
        <input
          type="text"
          aria-label="Words never to mark"
          placeholder="Words never to mark"
          maxLength={200}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" disabled={typed.trim() === ''}>
          Add
        </button>
      </form>
      <ul className={css.skipped} aria-label="Words that are never marked">
        {skips.map((words) => (
          <li key={words}>
            <span>{words}</span>
            <button type="button" aria-label={`Mark “${words}” again`} onClick={() => markAgain(words)}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
