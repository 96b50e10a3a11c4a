import { useId } from 'react'
import type { BroughtChoices, BroughtPreview } from '#shared/ipc/exchange.ts'
import { brought, changeBrought } from '../../state/brought.ts'
import { useDesk } from '../../state/desk.ts'
import css from './brought.module.css'
import view from './exchange.module.css'
import { takeIfAble } from './take-if-able.ts'

type As = BroughtChoices['as']
const WAYS: readonly (readonly [As['kind'], string])[] = [
  ['me', 'As my own'],
  ['suggestions', 'As suggestions: my own, marked as unsure'],
  ['annotator', 'As those of another annotator, by name'],
]

/** Whose the annotations shall be. */
export function BroughtAs({ annotators }: Pick<BroughtPreview, 'annotators'>) {
  const { as, from } = brought(({ choices }) => choices)
  const me = useDesk(({ preferences, suggestedAnnotator }) => preferences.annotator ?? suggestedAnnotator)
  const others = annotators.map(({ name }) => name).filter((name) => name !== me)
  const names = useId()
  const choose = (kind: As['kind']) =>
    changeBrought({ as: kind === 'annotator' ? { kind, name: likeliest(others, from) } : { kind } })
  return (
    <fieldset className={view.part}>
      <legend>Whose annotations they become</legend>
      {WAYS.map(([kind, words]) => (
        <label key={kind} className={view.check}>
          <input type="radio" name="brought-as" checked={as.kind === kind} onChange={() => choose(kind)} />
          <span>{words}</span>
        </label>
      ))}
      {as.kind === 'annotator' && (
        <label className={css.inline}>
          <span>Annotator</span>
          <input
            type="text"
            list={names}
            maxLength={80}
            value={as.name}
            onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && takeIfAble()}
            onChange={({ target }) => changeBrought({ as: { kind: 'annotator', name: target.value } })}
          />
          <datalist id={names}>
            {others.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </label>
      )}
    </fieldset>
  )
}

const likeliest = (others: readonly string[], from: BroughtChoices['from']): string =>
  others.find((name) => from === null || from.includes(name)) ?? ''
