import { type KeyboardEvent, useId } from 'react'
import { attributeValue } from '#shared/domain/act-edits.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Attribute } from '#shared/domain/scheme.ts'
import { attributeCommand } from '../../../state/carding.ts'
import { focusPane, useDesk } from '../../../state/desk.ts'
import { setAttribute } from '../../../state/filling.ts'
import { keysIn, useBound } from '../../../state/keys.ts'
import css from './attribute-choices.module.css'
import { useSlotFocus } from './slot-focus.ts'

export type AttributeChoicesProps = {
  readonly act: Annotation
  readonly attribute: Attribute
  readonly isReadOnly: boolean
}

/** One of an attribute’s values. A digit takes the value of that number and goes back to the text. */
export function AttributeChoices({ act, attribute, isReadOnly }: AttributeChoicesProps) {
  const name = useId()
  const field = useSlotFocus<HTMLFieldSetElement>('attribute', attribute.id)
  const command = useDesk(({ workspace }) => workspace && attributeCommand(workspace.scheme, attribute))
  const keys = keysIn(useBound(), `attribute.${command ?? attribute.id}`)
  const current = attributeValue(act, attribute)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const value = /^[1-9]$/.test(event.key) ? attribute.values[Number(event.key) - 1] : undefined
    if (value !== undefined) setAttribute(attribute, value)
    if (value === undefined && event.key !== 'Escape' && event.key !== 'Enter') return
    event.preventDefault()
    focusPane('reader')
  }
  return (
    <fieldset
      ref={field}
      data-chosen-by-digit
      disabled={isReadOnly}
      className={css.slot}
      onKeyDown={onKeyDown}
    >
      <legend>
        {attribute.title} <span aria-hidden="true">{keys.shown && <kbd>{keys.shown}</kbd>}</span>
      </legend>
      {attribute.values.map((value, i) => (
        <label key={value} className={css.choice}>
          <input
            type="radio"
            name={name}
            checked={value === current}
            onChange={() => setAttribute(attribute, value)}
          />
          <span aria-hidden="true" className={css.digit}>
            {i < 9 && i + 1}
          </span>
          {value}
        </label>
      ))}
    </fieldset>
  )
}
