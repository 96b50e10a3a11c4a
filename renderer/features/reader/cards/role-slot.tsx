import { type DragEvent, useMemo, useState } from 'react'
import { fillersOf } from '#shared/domain/act-edits.ts'
import { fillerName } from '#shared/domain/act-sentence.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { type Candidate, candidatesFor } from '#shared/domain/candidates.ts'
import type { Role } from '#shared/domain/scheme.ts'
import { placeIn } from '../../../state/acts.ts'
import { focusPane, useDesk } from '../../../state/desk.ts'
import { carriesMention, droppedMention } from '../../../state/dragging.ts'
import { fillAndGoOn, fillRole, fillWithMention, unfillLast, unfillRole } from '../../../state/filling.ts'
import { Combo } from '../../../ui/combo.tsx'
import css from './cards.module.css'
import { Chip } from './chip.tsx'
import { Offers } from './offers.tsx'
import { useSlotFocus } from './slot-focus.ts'

export type RoleSlotProps = {
  readonly act: Annotation
  readonly role: Role
  /** It is the one that is to be filled next. */
  readonly isNext: boolean
  readonly isReadOnly: boolean
}

/** Who is in an act as what: those who fill the role, and a field for more of them. */
export function RoleSlot({ act, role, isNext, isReadOnly }: RoleSlotProps) {
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [isOver, setIsOver] = useState(false)
  const field = useSlotFocus<HTMLInputElement>('role', role.id)
  const place = useDesk(placeIn)
  const candidates = useCandidates(act, role.id, isOpen ? typed : null)
  const fillers = fillersOf(act, role.id)
  const onDrop = (event: DragEvent) => {
    setIsOver(false)
    const id = droppedMention(event.dataTransfer)
    if (id === null || isReadOnly) return
    event.preventDefault()
    fillWithMention(role.id, id)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> has a legend and a frame
    <div
      role="group"
      aria-label={role.title}
      data-role-slot={role.id}
      className={css.slot}
      data-is-over={isOver}
      data-is-small={fillers.length === 0 && !role.isEssential}
      onFocus={() => setIsOpen(true)}
      onBlur={() => setIsOpen(false)}
      onDragOver={(event) => setIsOver(!isReadOnly && carriesMention(event.dataTransfer))}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <span className={css.slotTitle}>{role.title}</span>
      {place &&
        fillers.map((filler) => (
          <Chip
            key={JSON.stringify(filler)}
            name={fillerName(filler, place)}
            action={`out of ${role.title}`}
            isReadOnly={isReadOnly}
            onRemove={() => unfillRole(role.id, filler)}
          />
        ))}
      <span className={css.slotField}>
        <Combo
          ref={field}
          label={role.title}
          placeholder={fillers.length === 0 && role.isEssential ? 'who?' : ''}
          disabled={isReadOnly}
          count={candidates.length}
          keyOf={(index) => keyOf(candidates[index] as Candidate)}
          rowAt={(index) => rowOf(candidates[index] as Candidate)}
          onQuery={setTyped}
          onPick={(index) => fillAndGoOn(role.id, candidates[index] as Candidate)}
          onPickMore={(index) => fillRole(role.id, candidates[index] as Candidate)}
          onRemoveLast={() => unfillLast(role.id)}
          onLeave={() => focusPane('reader')}
        />
      </span>
      {isNext && !isOpen && !isReadOnly && <Offers act={act} role={role} />}
    </div>
  )
}

const NOBODY: readonly Candidate[] = []

/** Asked for while the field is in use alone: `typed` is null else. */
function useCandidates(act: Annotation, role: string, typed: string | null): readonly Candidate[] {
  const place = useDesk(placeIn)
  const recent = useDesk(({ recentActors }) => recentActors)
  return useMemo(
    () => (place && typed !== null ? candidatesFor({ act, role, typed, recent }, place) : NOBODY),
    [act, role, typed, recent, place],
  )
}

const keyOf = (candidate: Candidate): string =>
  candidate.kind === 'known' ? JSON.stringify(candidate.filler) : 'new'

function rowOf(candidate: Candidate) {
  const [name, why] =
    candidate.kind === 'known'
      ? [candidate.name, candidate.why === 'constant' ? '' : candidate.why]
      : [`New actor “${candidate.name}”`, '']
  return {
    name: why ? `${name}, ${why}` : name,
    content: (
      <>
        <span className={css.candidate}>{name}</span>
        <span className={css.why}>{why}</span>
      </>
    ),
  }
}
