import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { shownLabel } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import type { Waiting } from '#shared/ipc/versions.ts'
import { schemeInUse, useDesk } from '../../state/desk.ts'
import { acceptPlace, dropWaiting, placeByHand } from '../../state/placing.ts'
import { chosenOf, versions, waitingNow } from '../../state/versions.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import { Listbox } from '../../ui/listbox.tsx'
import css from './changed-panel.module.css'
import { SideBySide } from './side-by-side.tsx'
import { REASONS } from './waiting-reasons.ts'

/** What waits to be placed in the open article, one beside the other, and what can be done about each. */
export function WaitingMarks() {
  const comparison = versions((state) => state.comparison)
  const chosen = versions((state) => state.chosen)
  const open = useDesk((state) => state.open)
  const [focus, setFocus] = useState(() => ({}))
  const waiting = waitingNow(comparison, open)
  const one = chosenOf(waiting, chosen)
  const oneId = one?.annotation.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the last one looked at, its buttons may have gone
  useEffect(() => {
    if (isFocusLost()) setFocus({})
  }, [oneId])
  if (!comparison || !open || comparison.laterId !== open.article.id) return null
  if (!one) return <Settled />
  const row = (index: number) => waiting[index] as Waiting
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list in it has the focus; these are its keys
    <div className={css.waiting} onKeyDown={(event) => onKey(event, one, waiting)}>
      <Listbox
        label="Waiting"
        count={waiting.length}
        selected={waiting.indexOf(one)}
        rowHeight={44}
        keyOf={(index) => row(index).annotation.id}
        rowAt={(index) => rowOf(row(index), comparison.oldText)}
        onSelect={(index) => versions.setState({ chosen: row(index).annotation.id })}
        onOpen={() => acceptPlace(one)}
        focus={focus}
      />
      <SideBySide waiting={one} oldText={comparison.oldText} newText={open.text} />
      <Deeds waiting={one} />
    </div>
  )
}

/** Takes the focus that the list and its buttons have left behind. */
function Settled() {
  const self = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isFocusLost()) self.current?.focus()
  }, [])
  return (
    <p ref={self} tabIndex={-1} className={css.settled}>
      Every annotation of the earlier text has its place here, or was dropped.
    </p>
  )
}

const isFocusLost = (): boolean => document.activeElement === document.body

function rowOf({ annotation, reason }: Waiting, oldText: string) {
  const { title, shape } = shownLabel(schemeInUse(), annotation.label)
  const quote = shortQuoteOf(oldText, annotation)
  return {
    name: `${title}: ${quote}`,
    description: REASONS[reason],
    content: (
      <div className={css.row}>
        <LabelChip labelId={annotation.label} shape={shape} title={title} />
        <span className={css.quote}>{quote}</span>
      </div>
    ),
  }
}

function onKey(event: KeyboardEvent, one: Waiting, waiting: readonly Waiting[]): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const act = actionFor(event.key, one, waiting)
  if (!act) return
  event.preventDefault()
  act()
}

function actionFor(key: string, one: Waiting, waiting: readonly Waiting[]): (() => void) | undefined {
  const step = (by: number) => () => {
    const next = waiting[waiting.indexOf(one) + by]
    if (next) versions.setState({ chosen: next.annotation.id })
  }
  if (/^[1-3]$/.test(key)) return () => acceptPlace(one, Number(key) - 1)
  if (key === 'Delete' || key === 'Backspace') return () => dropWaiting(one)
  return {
    j: step(1),
    J: step(1),
    k: step(-1),
    K: step(-1),
    p: () => placeByHand(one),
    P: () => placeByHand(one),
  }[key]
}

function Deeds({ waiting }: { readonly waiting: Waiting }) {
  return (
    <div className={css.deeds}>
      {waiting.candidates.map(({ start }, i) => (
        <button key={start} type="button" onClick={() => acceptPlace(waiting, i)}>
          {i === 0 ? 'Accept the first place' : `Accept place ${i + 1}`}{' '}
          <kbd>{i === 0 ? 'Enter' : i + 1}</kbd>
        </button>
      ))}
      <button type="button" onClick={() => placeByHand(waiting)}>
        Place by hand <kbd>P</kbd>
      </button>
      <button type="button" onClick={() => dropWaiting(waiting)}>
        Drop <kbd>Delete</kbd>
      </button>
    </div>
  )
}
