import { type KeyboardEvent, useEffect } from 'react'
import { useSurveyCount } from '../../state/actor-survey.ts'
import { useDesk } from '../../state/desk.ts'
import { readRegistryAgain } from '../../state/editing.ts'
import { ActorList } from './actor-list.tsx'
import { ActorPage } from './actor-page.tsx'
import css from './actors-view.module.css'
import { ContradictionsPage } from './contradictions-page.tsx'
import { DamagedRegistry } from './damaged-registry.tsx'
import { UnlinkedPage } from './unlinked-page.tsx'

/** The actors of the workspace, and what is left to do with them. */
export function ActorsView() {
  const count = useSurveyCount()
  useEffect(() => void readRegistryAgain(), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts to fields that Tab reaches too
    <div className={css.view} onKeyDown={onKeyDown}>
      <ActorList count={count} />
      <div className={css.page}>
        <DamagedRegistry />
        <Chosen />
      </div>
    </div>
  )
}

function Chosen() {
  const chosen = useDesk(({ actorsShown }) => actorsShown.chosen)
  if (chosen?.kind === 'unlinked') return <UnlinkedPage />
  if (chosen?.kind === 'contradictions') return <ContradictionsPage />
  if (chosen?.kind === 'actor') return <ActorPage key={chosen.id} chosen={chosen.id} />
  return <p className={css.hint}>Choose an actor to see all that is known of it.</p>
}

const FIELDS: Readonly<Record<string, string>> = {
  m: '[data-merge] input',
  n: '[data-register-all]',
  '/': '[data-actors-filter]',
}

/** Keys of this view, wherever nothing is being typed. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null
  const field = FIELDS[event.key.toLowerCase()]
  if (isTyping || field === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  event.currentTarget.querySelector<HTMLElement>(field)?.focus()
}
