import { nameFrom } from '#shared/domain/actor.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Choice } from '#shared/domain/linking.ts'
import { resolvedId, type UnitedRegistry } from '#shared/domain/united-registry.ts'
import { showActor } from '../../state/actors-view.ts'
import { focusPane, type OpenArticle, useDesk } from '../../state/desk.ts'
import { quoteOf } from '../../state/filtering.ts'
import { useKeys } from '../../state/keys.ts'
import { linkSelected, linkToNew, setActorType, unlinkSelected } from '../../state/linking.ts'
import { useFocus } from '../../state/use-focus.ts'
import { ActorCombo } from '../../ui/actor-combo.tsx'
import { TypeSelect } from '../../ui/type-select.tsx'
import css from './mention-actor.module.css'

export type MentionActorProps = { readonly mention: Annotation; readonly isReadOnly: boolean }

/** Whom the selected mention means, and the field to say so. */
export function MentionActor({ mention, isReadOnly }: MentionActorProps) {
  const words = useDesk(({ open }) => nameFrom(quoteOf(mention, (open as OpenArticle).text)))
  const united = useDesk(({ registry }) => registry.united)
  const canEdit = useDesk(({ registry }) => registry.access.kind === 'write') && !isReadOnly
  const recent = useDesk(({ recentActors }) => recentActors)
  const field = useFocus<HTMLInputElement>('actor')
  const keys = useKeys('card.open')
  return (
    <div className={css.actor}>
      <p className={css.who}>
        <Who mention={mention} united={united} />
        {keys.shown && <kbd>{keys.shown}</kbd>}
      </p>
      <ActorCombo
        key={mention.id}
        ref={field}
        label="Actor of this mention"
        placeholder="Whom does it mean?"
        united={united}
        words={words}
        recent={recent}
        canMake
        disabled={!canEdit}
        onPick={(choice) => {
          take(choice)
          focusPane('reader')
        }}
        onLeave={() => focusPane('reader')}
      />
      {mention.actor !== undefined && (
        <Linked id={resolvedId(united, mention.actor)} united={united} canEdit={canEdit} />
      )}
    </div>
  )
}

function take(choice: Choice): void {
  if (choice.kind === 'new') linkToNew(choice.name)
  else linkSelected(choice.actor.id)
}

function Who({ mention, united }: { readonly mention: Annotation; readonly united: UnitedRegistry }) {
  if (mention.actor === undefined) return <span className={css.none}>Not linked yet</span>
  const actor = united.actors.get(resolvedId(united, mention.actor))
  if (!actor) return <span className={css.none}>An actor that is not in the registry</span>
  return (
    <span>
      <strong>{actor.name}</strong>
      {actor.type !== null && <span className={css.type}> · {actor.type}</span>}
    </span>
  )
}

type LinkedProps = {
  readonly id: string
  readonly united: UnitedRegistry
  readonly canEdit: boolean
}

function Linked({ id, united, canEdit }: LinkedProps) {
  const actor = united.actors.get(id)
  const types = useDesk(({ workspace }) => workspace?.scheme.actorTypes) ?? []
  return (
    <div className={css.linked}>
      {actor && (
        <>
          <TypeSelect
            label={`Type of ${actor.name}`}
            types={types}
            value={actor.type}
            disabled={!canEdit}
            onChange={(type) => setActorType(id, type)}
            onLeave={() => focusPane('reader')}
          />
          <button type="button" onClick={() => showActor(id)}>
            Show
          </button>
        </>
      )}
      <button type="button" disabled={!canEdit} onClick={unlinkSelected}>
        Unlink
      </button>
    </div>
  )
}
