import {
  memo,
  type RefCallback,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
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
  const held = useArranged(column, shown, selected)
  return (
    <section ref={column} aria-label="Acts beside the text" className={css.margin}>
      {shown.map(({ act }) => (
        <div
          key={act.id}
          ref={held}
          data-card={act.id}
          data-is-open={act.id === selected}
          className={css.place}
        >
          {act.id === selected ? <ActCard act={act} /> : <CompactCard act={act} />}
        </div>
      ))}
    </section>
  )
}

/**
 * Each card gets its place once all are drawn, and again when one turns out higher or lower. How high they are the browser
 * tells of its own accord before it paints: to ask it would have the page laid out once more for each edit.
 *
 * @returns what is to hold each card.
 */
function useArranged(
  column: RefObject<HTMLElement | null>,
  shown: readonly ActLine[],
  selected: string | null,
): RefCallback<HTMLElement> {
  const latest = useRef(() => {})
  const [heights] = useState(() => new WeakMap<Element, number>())
  const [sizes] = useState(
    () =>
      new ResizeObserver((cards) => {
        for (const { target, borderBoxSize } of cards) heights.set(target, borderBoxSize[0]?.blockSize ?? 0)
        latest.current()
      }),
  )
  useLayoutEffect(() => {
    latest.current = () => arrange(column.current, { shown, selected, heights })
    latest.current()
  }, [column, shown, selected, heights])
  return useCallback(
    (card) => {
      if (!card) return
      sizes.observe(card)
      return () => sizes.unobserve(card)
    },
    [sizes],
  )
}

type Arranged = {
  readonly shown: readonly ActLine[]
  readonly selected: string | null
  readonly heights: WeakMap<Element, number>
}

function arrange(column: HTMLElement | null, { shown, selected, heights }: Arranged): void {
  const cards = [...(column?.children ?? [])] as HTMLElement[]
  const boxes = shown.map(({ act, top }, i) => ({
    id: act.id,
    top: top - RISE,
    height: heights.get(cards[i] as HTMLElement) ?? 0,
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
