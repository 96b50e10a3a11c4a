import { useDesk } from '../../state/desk.ts'
import { setFilter } from '../../state/filtering.ts'
import css from './hint-line.module.css'

/** How many annotations the checks have something to say of; shows these alone. */
export function HintCount() {
  const count = useDesk(({ hinted }) => hinted.size)
  const isOn = useDesk(({ annotationFilter }) => annotationFilter.hinted)
  if (count === 0 && !isOn) return null
  const words = count === 1 ? '1 hint' : `${count} with hints`
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title="Show only annotations with a hint"
      className={css.count}
      onClick={() => setFilter({ hinted: !isOn })}
    >
      {words}
    </button>
  )
}
