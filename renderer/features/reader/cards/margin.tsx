import { memo, type RefObject, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { Annotation } from '#shared/domain/annotation.ts'
import { layOut } from '#shared/domain/card-layout.ts'
import { useDesk } from '../../../state/desk.ts'
import { selectAnnotation } from '../../../state/selecting.ts'
import { ActCard } from './act-card.tsx'
import type { ActLine, ActLines } from './act-lines.ts'
import { ActWords } from './act-words.tsx'
import css from './cards.module.css'

const GAP = 6
/** By how much a card begins above the words of its line, so that its own first words stand beside them. */
const RISE = 4

/** The cards of the acts in sight beside their lines: the selected act’s in full, the others a sentence each. */
export function Margin({ lines }: { readonly lines: ActLines }) {
  const shown = useSyncExternalStore(lines.subscribe, lines.current)
  const selected = useDesk(({ open }) => open?.selected ?? null)
  const column = useRef<HTMLElement>(null)
  useArranged(column, shown, selected)
  return (
    <section ref={column} aria-label="Acts beside the text" className={css.margin}>
      {shown.map(({ act }) => (
        <div key={act.id} data-card={act.id} data-is-open={act.id === selected} className={css.place}>
          {act.id === selected ? <ActCard act={act} /> : <CompactCard act={act} />}
        </div>
      ))}
    </section>
  )
}

/** Each card gets its place once all are drawn, and again when one turns out higher or lower. */
function useArranged(
  column: RefObject<HTMLElement | null>,
  shown: readonly ActLine[],
  selected: string | null,
): void {
  const latest = useRef(() => {})
  latest.current = () => arrange(column.current, shown, selected)
  useLayoutEffect(() => latest.current())
  useEffect(() => {
    const sizes = new ResizeObserver(() => latest.current())
    // `shown` says which cards there are.
    const cards = shown.length > 0 ? [...(column.current?.children ?? [])] : []
    for (const card of cards) sizes.observe(card)
    return () => sizes.disconnect()
  }, [column, shown])
}

function arrange(column: HTMLElement | null, shown: readonly ActLine[], selected: string | null): void {
  const cards = [...(column?.children ?? [])] as HTMLElement[]
  const boxes = shown.map(({ act, top }, i) => ({
    id: act.id,
    top: top - RISE,
    height: (cards[i] as HTMLElement).offsetHeight,
  }))
  const tops = layOut(boxes, selected, GAP)
  for (const [i, card] of cards.entries()) card.style.translate = `0 ${Math.round(tops[i] as number)}px`
}

/** Not a stop of the Tab key: the keys that go from mark to mark go through the acts too. */
const CompactCard = memo(({ act }: { readonly act: Annotation }) => (
  <button
    type="button"
    tabIndex={-1}
    className={`${css.compact} label-${act.label}`}
    onMouseDown={(event) => event.preventDefault()}
    onClick={() => selectAnnotation(act.id, { reveal: false })}
  >
    <ActWords act={act} />
  </button>
))
