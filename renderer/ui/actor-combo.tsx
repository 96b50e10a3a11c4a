import { type Ref, useState } from 'react'
import { actorChoices, type Choice } from '#shared/domain/linking.ts'
import type { UnitedRegistry } from '#shared/domain/united-registry.ts'
import css from './actor-combo.module.css'
import { Combo } from './combo.tsx'

export type ActorComboProps = {
  readonly label: string
  readonly placeholder: string
  readonly united: UnitedRegistry
  /** What is offered at once is what these may mean; empty: those chosen lately. */
  readonly words: string
  readonly recent: readonly string[]
  /** Whether a new actor is offered. */
  readonly canMake: boolean
  /** Ids of actors that are not offered. */
  readonly without?: readonly string[]
  readonly disabled: boolean
  readonly ref?: Ref<HTMLInputElement>
  readonly onPick: (choice: Choice) => void
  readonly onLeave: () => void
}

/** A field to choose an actor with. What is offered is found out only while it has the focus. */
export function ActorCombo(props: ActorComboProps) {
  const { united, words, recent, canMake, without = [], ref, onPick } = props
  const [typed, setTyped] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const isOffered = (choice: Choice) => (choice.kind === 'new' ? canMake : !without.includes(choice.actor.id))
  const choices = isAsked ? actorChoices(united, { words, typed, recent }).filter(isOffered) : []
  const at = (index: number) => choices[index] as Choice
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it tells what has the focus in it, and does nothing
    <div onFocus={() => setIsAsked(true)} onBlur={() => setIsAsked(false)}>
      <Combo
        {...(ref ? { ref } : {})}
        label={props.label}
        placeholder={props.placeholder}
        count={choices.length}
        keyOf={(index) => keyOf(at(index))}
        rowAt={(index) => rowOf(at(index))}
        disabled={props.disabled}
        onQuery={setTyped}
        onPick={(index) => onPick(at(index))}
        onLeave={props.onLeave}
      />
    </div>
  )
}

const keyOf = (choice: Choice): string => (choice.kind === 'new' ? '' : choice.actor.id)

function rowOf(choice: Choice) {
  const name = choice.kind === 'new' ? `New actor “${choice.name}”` : choice.actor.name
  const why = choice.kind === 'new' ? '' : [choice.actor.type, choice.why].filter(Boolean).join(' · ')
  return {
    name,
    ...(why ? { description: why } : {}),
    content: (
      <span className={css.choice}>
        <span className={css.name}>{name}</span>
        <span className={css.why}>{why}</span>
      </span>
    ),
  }
}
