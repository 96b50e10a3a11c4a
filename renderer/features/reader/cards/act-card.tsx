import { useRef } from 'react'
import type { Annotation } from '#shared/domain/annotation.ts'
import { attributesOf, linksOf, type Role, rolesOf, shownLabel } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import { nextEmptyRole, selectedAct } from '../../../state/acts.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { useFocusGoesOn } from '../../../state/use-focus.ts'
import { LabelChip } from '../../../ui/label-chip.tsx'
import { AttributeChoices } from './attribute-choices.tsx'
import css from './cards.module.css'
import { LinkSlot } from './link-slot.tsx'
import { RoleSlot } from './role-slot.tsx'

/** The selected act’s card in the inspector, where there is no room for it beside the text. */
export function NarrowActCard() {
  const act = useDesk((state) => (state.hasMargin ? null : selectedAct(state)))
  return act && <ActCard key={act.id} act={act} isInInspector />
}

export type ActCardProps = {
  readonly act: Annotation
  /** Its label and its words are shown above it already. */
  readonly isInInspector?: boolean
}

/** All that can be said of an act: who is in it, in the order of its sentence, then how, then what it belongs to. */
export function ActCard({ act, isInInspector = false }: ActCardProps) {
  const section = useRef<HTMLElement>(null)
  useFocusGoesOn(section)
  const scheme = useDesk(schemeOf)
  const text = useDesk(({ open }) => open?.text ?? '')
  const isReadOnly = useDesk(({ open }) => open?.access.kind !== 'write')
  const { title, shape } = shownLabel(scheme, act.label)
  const next = nextEmptyRole(scheme, act)
  return (
    <section ref={section} aria-label="Selected act" className={`${css.full} label-${act.label}`}>
      {!isInInspector && (
        <header className={css.head}>
          <h2>
            <LabelChip labelId={act.label} shape={shape} title={title} />
          </h2>
          <span className={css.quoteLine}>“{shortQuoteOf(text, act)}”</span>
        </header>
      )}
      <div className={css.roles}>
        {inSentenceOrder(rolesOf(scheme, act.label)).map((role) => (
          <RoleSlot
            key={role.id}
            act={act}
            role={role}
            isNext={role.id === next?.id}
            isReadOnly={isReadOnly}
          />
        ))}
      </div>
      {attributesOf(scheme, act.label).map((attribute) => (
        <AttributeChoices key={attribute.id} act={act} attribute={attribute} isReadOnly={isReadOnly} />
      ))}
      {linksOf(scheme, act.label).map((kind) => (
        <LinkSlot key={kind.id} act={act} kind={kind} isReadOnly={isReadOnly} />
      ))}
    </section>
  )
}

const inSentenceOrder = (roles: readonly Role[]): readonly Role[] => [
  ...roles.filter(({ side }) => side === 'before'),
  ...roles.filter(({ side }) => side === 'after'),
]
