import { useMemo, useState } from 'react'
import { type ActInBrief, actInBrief } from '#shared/domain/act-sentence.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { type LinkCandidate, linkCandidatesFor } from '#shared/domain/link-candidates.ts'
import { lostMark } from '#shared/domain/lost-marks.ts'
import type { LinkKind } from '#shared/domain/scheme.ts'
import { placeIn } from '../../../state/acts.ts'
import { focusPane, useDesk } from '../../../state/desk.ts'
import { linkTo, unlink, unlinkLast } from '../../../state/filling.ts'
import { useKeys } from '../../../state/keys.ts'
import { selectAnnotation } from '../../../state/selecting.ts'
import { Combo } from '../../../ui/combo.tsx'
import css from './cards.module.css'
import { Chip } from './chip.tsx'
import { useSlotFocus } from './slot-focus.ts'

export type LinkSlotProps = {
  readonly act: Annotation
  readonly kind: LinkKind
  readonly isReadOnly: boolean
}

const NONE: readonly LinkCandidate[] = []

/** The acts that an act is tied to in one way, and a field for more of them. */
export function LinkSlot({ act, kind, isReadOnly }: LinkSlotProps) {
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const field = useSlotFocus<HTMLInputElement>('link', kind.id)
  const keys = useKeys(`link.${kind.id}`)
  const place = useDesk(placeIn)
  const candidates = useMemo(
    () => (place && isOpen ? linkCandidatesFor({ act, kind: kind.id, typed }, place) : NONE),
    [act, kind, typed, isOpen, place],
  )
  const links = (act.links ?? []).filter((link) => link.kind === kind.id)
  const nameOf = (id: string) => {
    const other = place?.annotations.get(id)
    return place && other ? lineOf(actInBrief(other, place)) : lostMark(place?.earlier ?? null, id)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> has a legend and a frame
    <div
      role="group"
      aria-label={kind.title}
      className={`${css.slot} ${css.linkSlot}`}
      onFocus={() => setIsOpen(true)}
      onBlur={() => setIsOpen(false)}
    >
      <span className={css.slotTitle}>
        {kind.title} <span aria-hidden="true">{keys.shown && <kbd>{keys.shown}</kbd>}</span>
      </span>
      {links.map((link) => (
        <Chip
          key={link.to}
          name={nameOf(link.to)}
          action={`out of ${kind.title}`}
          isReadOnly={isReadOnly}
          onRemove={() => unlink(link)}
          onOpen={() => selectAnnotation(link.to)}
        />
      ))}
      <span className={css.slotField}>
        <Combo
          ref={field}
          label={kind.title}
          placeholder={isOpen && typed === '' && candidates.length === 0 ? 'No other act here' : ''}
          disabled={isReadOnly}
          count={candidates.length}
          keyOf={(index) => (candidates[index] as LinkCandidate).id}
          rowAt={(index) => rowOf(candidates[index] as LinkCandidate)}
          onQuery={setTyped}
          onPick={(index) => {
            linkTo({ kind: kind.id, to: (candidates[index] as LinkCandidate).id })
            focusPane('reader')
          }}
          onPickMore={(index) => linkTo({ kind: kind.id, to: (candidates[index] as LinkCandidate).id })}
          onRemoveLast={() => unlinkLast(kind.id)}
          onLeave={() => focusPane('reader')}
        />
      </span>
    </div>
  )
}

const lineOf = ({ quote, who }: ActInBrief): string => `${quote} ${who}`

const rowOf = (candidate: LinkCandidate) => ({
  name: lineOf(candidate),
  content: (
    <span className={css.linked}>
      <span className={css.candidate}>{candidate.quote}</span>
      <span className={css.whose}>{candidate.who}</span>
    </span>
  ),
})
