import { useMemo } from 'react'
import { pointingTo } from '#shared/domain/registry-edits.ts'
import { resolvedId } from '#shared/domain/united-registry.ts'
import { forgetActor } from '../../state/actor-edits.ts'
import { useSurvey } from '../../state/actor-survey.ts'
import { idsMeaning } from '../../state/actors-view.ts'
import { useDesk } from '../../state/desk.ts'
import { ActList } from './act-list.tsx'
import { ActorFields } from './actor-fields.tsx'
import { ActorMembers } from './actor-members.tsx'
import { ActorNames } from './actor-names.tsx'
import css from './actor-page.module.css'
import type { ActorPartProps } from './actor-part.ts'
import { Contradictions } from './contradictions.tsx'
import { MentionList } from './mention-list.tsx'
import { MergedActors, MergeForm } from './merging.tsx'
import { useFocusKept } from './view-focus.ts'

/** All that is known of one actor: the one that `chosen` is meant for. */
export function ActorPage({ chosen }: { readonly chosen: string }) {
  useFocusKept()
  const united = useDesk(({ registry }) => registry.united)
  const canEdit = useDesk(({ registry }) => registry.access.kind === 'write')
  const actor = united.actors.get(resolvedId(united, chosen))
  if (!actor) return <p className={css.gone}>This actor is no longer in the registry.</p>
  return <Page key={actor.id} actor={actor} united={united} canEdit={canEdit} />
}

function Page(props: ActorPartProps) {
  const { actor, united, canEdit } = props
  const actors = useMemo(() => idsMeaning(united, actor.id), [united, actor.id])
  const mentions = useSurvey({ kind: 'mentions', actors })
  const acts = useSurvey({ kind: 'acts', actors })
  const isUnused = mentions?.total === 0 && acts?.total === 0 && pointingTo(united, actor.id).length === 0
  const isOwn = useDesk(({ registry }) => registry.own.actors.has(actor.id))
  return (
    <article data-actor-page className={css.page}>
      <h2 className={css.title}>{actor.name}</h2>
      {(united.contradictions.get(actor.id) ?? []).map((one) => (
        <Contradictions key={one.field} contradiction={one} canEdit={canEdit} />
      ))}
      <ActorFields {...props} />
      <ActorNames {...props} />
      <ActorMembers {...props} />
      <MergedActors {...props} />
      <MergeForm {...props} mentions={mentions?.total ?? 0} />
      <MentionList key={actors.join(' ')} actor={actor} answer={mentions} canEdit={canEdit} />
      <ActList answer={acts} />
      {isOwn && isUnused && (
        <button
          type="button"
          disabled={!canEdit}
          className={css.remove}
          onClick={() => forgetActor(actor.id)}
        >
          Remove this actor
        </button>
      )}
    </article>
  )
}
