import { useState } from 'react'
import type { Actor } from '#shared/domain/actor.ts'
import { mentionsOf, merge, splitOffActor } from '../../state/actor-edits.ts'
import { ActorCombo } from '../../ui/actor-combo.tsx'
import css from './actor-page.module.css'
import type { ActorPartProps } from './actor-part.ts'
import { toActorList } from './view-focus.ts'

/** The actors that turned out to be this one. */
export function MergedActors({ actor, united, canEdit }: ActorPartProps) {
  const merged = [...united.actors.values()].filter(({ mergedInto }) => mergedInto === actor.id)
  if (merged.length === 0) return null
  return (
    <section aria-label="Merged into it" className={css.part}>
      <h3>Merged into it</h3>
      <ul className={css.chips}>
        {merged.map(({ id, name }) => (
          <li key={id} className={css.chip}>
            {name}
            <button
              type="button"
              aria-label={`Split off ${name}`}
              disabled={!canEdit}
              onClick={() => splitOffActor(id)}
            >
              Split off
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type MergeFormProps = ActorPartProps & { readonly mentions: number }

/** Chooses the actor that this one turned out to be, and says what that would mean before it is done. */
export function MergeForm({ actor, united, canEdit, mentions }: MergeFormProps) {
  const [into, setInto] = useState<Actor | null>(null)
  return (
    <section aria-label="Merge" data-merge className={css.part}>
      <h3>
        Is the same as <kbd>M</kbd>
      </h3>
      {into ? (
        <Preview actor={actor} into={into} mentions={mentions} onEnd={() => setInto(null)} />
      ) : (
        <div className={css.add}>
          <ActorCombo
            label="Merge into"
            placeholder="Another actor"
            united={united}
            words={actor.name}
            recent={[]}
            canMake={false}
            without={[actor.id]}
            disabled={!canEdit}
            onPick={(choice) => choice.kind === 'actor' && setInto(choice.actor)}
            onLeave={toActorList}
          />
        </div>
      )}
    </section>
  )
}

type PreviewProps = {
  readonly actor: Actor
  readonly into: Actor
  readonly mentions: number
  readonly onEnd: () => void
}

function Preview({ actor, into, mentions, onEnd }: PreviewProps) {
  const end = () => {
    onEnd()
    toActorList()
  }
  return (
    <div className={css.preview}>
      <p aria-live="polite">
        “{actor.name}” becomes a name of “{into.name}”; its {mentionsOf(mentions)} will show “{into.name}”.
      </p>
      <button
        type="button"
        ref={focusNow}
        className="primary"
        onClick={() => {
          merge(actor.id, into.id)
          end()
        }}
      >
        Merge into “{into.name}”
      </button>
      <button type="button" onClick={end}>
        Leave apart
      </button>
    </div>
  )
}

const focusNow = (element: HTMLElement | null): void => element?.focus()
