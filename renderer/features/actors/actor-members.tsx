import { resolvedId } from '#shared/domain/united-registry.ts'
import { setActorMembers } from '../../state/actor-edits.ts'
import { chooseEntry } from '../../state/actors-view.ts'
import { useDesk } from '../../state/desk.ts'
import { ActorCombo } from '../../ui/actor-combo.tsx'
import css from './actor-page.module.css'
import { type ActorPartProps, saidBy } from './actor-part.ts'
import { toActorList } from './view-focus.ts'

/** The actors that this one is made of: “the two sides”. */
export function ActorMembers({ actor, united, canEdit }: ActorPartProps) {
  const own = useDesk(({ registry }) => registry.own.actors.get(actor.id)?.members) ?? []
  const others = useDesk(({ registry }) => registry.others)
  const recent = useDesk(({ recentActors }) => recentActors)
  const nameOf = (id: string) => united.actors.get(resolvedId(united, id))?.name ?? id
  return (
    <section aria-label="Members" className={css.part}>
      <h3>Made of</h3>
      <ul className={css.chips}>
        {actor.members.map((id) => (
          <li
            key={id}
            className={css.chip}
            title={own.includes(id) ? undefined : saidBy(others, actor.id, (one) => one.members.includes(id))}
          >
            <button type="button" onClick={() => chooseEntry({ kind: 'actor', id })}>
              {nameOf(id)}
            </button>
            {own.includes(id) && (
              <button
                type="button"
                aria-label={`Remove ${nameOf(id)}`}
                disabled={!canEdit}
                onClick={() =>
                  setActorMembers(
                    actor.id,
                    own.filter((one) => one !== id),
                  )
                }
              >
                ×
              </button>
            )}
          </li>
        ))}
        <li className={css.add}>
          <ActorCombo
            label="New member"
            placeholder="Add a member"
            united={united}
            words=""
            recent={recent}
            canMake={false}
            without={[actor.id, ...actor.members]}
            disabled={!canEdit}
            onPick={(choice) => {
              if (choice.kind === 'actor') setActorMembers(actor.id, [...own, choice.actor.id])
            }}
            onLeave={toActorList}
          />
        </li>
      </ul>
    </section>
  )
}
