import { askFor, type Scope, useOccurrences } from '../../state/occurrences.ts'
import css from './occurrences.module.css'

const SCOPES: readonly (readonly [Scope, string])[] = [
  ['article', 'This article'],
  ['workspace', 'The whole workspace'],
]

/** Where to look, and for which names. */
export function Question() {
  const scope = useOccurrences((now) => now.scope)
  return (
    <div className={css.question}>
      <fieldset className={css.scope}>
        <legend className="visually-hidden">Where to look</legend>
        {SCOPES.map(([one, title]) => (
          <label key={one}>
            <input
              type="radio"
              name="scope"
              checked={scope === one}
              onChange={() => askFor({ scope: one })}
            />
            {title}
          </label>
        ))}
        <span aria-hidden="true">
          <kbd>W</kbd>
        </span>
      </fieldset>
      <OtherNames />
    </div>
  )
}

function OtherNames() {
  const names = useOccurrences((now) => now.otherNames) ?? []
  const actorName = useOccurrences((now) => now.actorName)
  const isAsked = useOccurrences((now) => now.hasOtherNames) ?? false
  if (names.length === 0) return null
  return (
    <label title={names.join(', ')}>
      <input
        type="checkbox"
        checked={isAsked}
        onChange={({ target }) => askFor({ hasOtherNames: target.checked })}
      />
      Also other names of {actorName} ({names.length}){' '}
      <span aria-hidden="true">
        <kbd>O</kbd>
      </span>
    </label>
  )
}
