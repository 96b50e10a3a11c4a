import { useMemo } from 'react'
import { OFFERS } from '#shared/act-commands.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { type Candidate, candidatesFor } from '#shared/domain/candidates.ts'
import type { Role } from '#shared/domain/scheme.ts'
import { placeIn } from '../../../state/acts.ts'
import { useDesk } from '../../../state/desk.ts'
import { takeOffer } from '../../../state/filling.ts'
import { keysIn, useBound } from '../../../state/keys.ts'
import css from './cards.module.css'

/** The likely fillers of the role that is to be filled next, each with a key that works in the text. */
export function Offers({ act, role }: { readonly act: Annotation; readonly role: Role }) {
  const place = useDesk(placeIn)
  const recent = useDesk(({ recentActors }) => recentActors)
  const bound = useBound()
  const candidates = useMemo(
    () => (place ? candidatesFor({ act, role: role.id, typed: '', recent }, place).slice(0, OFFERS) : []),
    [act, role, recent, place],
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> has a legend and a frame
    <div role="group" aria-label={`Likely ${role.title.toLowerCase()}`} className={css.offers}>
      {candidates.map((candidate, i) => {
        const keys = keysIn(bound, `offer.${i + 1}`)
        return (
          <button
            key={nameOf(candidate)}
            type="button"
            tabIndex={-1}
            aria-keyshortcuts={keys.spoken}
            className={css.offer}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => takeOffer(i + 1)}
          >
            <span aria-hidden="true">{keys.shown && <kbd>{keys.shown.replace('Shift+', '⇧')}</kbd>}</span>
            <span className={css.candidate}>{candidate.name}</span>
          </button>
        )
      })}
    </div>
  )
}

const nameOf = (candidate: Candidate): string =>
  candidate.kind === 'known' ? JSON.stringify(candidate.filler) : candidate.name
