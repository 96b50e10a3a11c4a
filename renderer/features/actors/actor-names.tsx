import { type KeyboardEvent, useState } from 'react'
import { addAlias, removeAlias } from '../../state/actor-edits.ts'
import { useDesk } from '../../state/desk.ts'
import css from './actor-page.module.css'
import { type ActorPartProps, saidBy } from './actor-part.ts'
import { toActorList } from './view-focus.ts'

/** What else texts call an actor; what only others have taught it cannot be taken back here. */
export function ActorNames({ actor, canEdit }: ActorPartProps) {
  const own = useDesk(({ registry }) => registry.own.actors.get(actor.id)?.aliases)
  const others = useDesk(({ registry }) => registry.others)
  return (
    <section aria-label="Aliases" className={css.part}>
      <h3>Texts also say</h3>
      <ul className={css.chips}>
        {actor.aliases.map((alias) =>
          own?.includes(alias) ? (
            <li key={alias} className={css.chip}>
              {alias}
              <button
                type="button"
                aria-label={`Remove ${alias}`}
                disabled={!canEdit}
                onClick={() => removeAlias(actor.id, alias)}
              >
                ×
              </button>
            </li>
          ) : (
            <li
              key={alias}
              className={`${css.chip} ${css.theirs}`}
              title={saidBy(others, actor.id, (one) => [one.name, ...one.aliases].includes(alias))}
            >
              {alias}
            </li>
          ),
        )}
        <li>
          <NewAlias id={actor.id} canEdit={canEdit} />
        </li>
      </ul>
    </section>
  )
}

function NewAlias({ id, canEdit }: { readonly id: string; readonly canEdit: boolean }) {
  const [alias, setAlias] = useState('')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !['Enter', 'Escape'].includes(event.key)) return
    event.preventDefault()
    if (event.key === 'Enter') addAlias(id, alias)
    else toActorList()
    setAlias('')
  }
  return (
    <input
      type="text"
      aria-label="New alias"
      placeholder="Add an alias, Enter keeps it"
      maxLength={1_000}
      spellCheck={false}
      disabled={!canEdit}
      value={alias}
      className={css.add}
      onChange={({ target }) => setAlias(target.value)}
      onKeyDown={onKeyDown}
    />
  )
}
