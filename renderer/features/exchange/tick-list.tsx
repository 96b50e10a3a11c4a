import type { ReactNode } from 'react'
import css from './exchange.module.css'

type TickListProps<T extends string> = {
  readonly legend: string
  readonly all: readonly { readonly id: T; readonly content: ReactNode }[]
  /** Null: all of them, those that come later as well. */
  readonly chosen: readonly T[] | null
  readonly onChoose: (chosen: readonly T[] | null) => void
}

/** So many are ticked one by one. */
const FEW = 6

/** Some of many; ticking the last one that was left out means all again. A long list scrolls. */
export function TickList<T extends string>({ legend, all, chosen, onChoose }: TickListProps<T>) {
  const toggle = (id: T) => {
    const isOn = ({ id: other }: { readonly id: T }) =>
      (chosen === null || chosen.includes(other)) !== (other === id)
    const wanted = all.filter(isOn).map((one) => one.id)
    onChoose(wanted.length === all.length ? null : wanted)
  }
  return (
    <fieldset className={css.part}>
      <legend>{legend}</legend>
      {all.length > FEW && (
        <span className={css.ways}>
          <button type="button" aria-label={`All ${legend.toLowerCase()}`} onClick={() => onChoose(null)}>
            All
          </button>
          <button type="button" aria-label={`No ${legend.toLowerCase()}`} onClick={() => onChoose([])}>
            None
          </button>
        </span>
      )}
      <div className={css.ticks}>
        {all.map(({ id, content }) => (
          <label key={id} className={css.check}>
            <input
              type="checkbox"
              checked={chosen === null || chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            <span>{content}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
