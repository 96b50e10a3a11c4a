import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import css from './actor-page.module.css'

export type TickedRowsProps = {
  /** CSS pixels. */
  readonly height: number
  /** A press on a tick says whose it is; the space bar means the selected row. */
  readonly onTick: (id?: string) => void
  /** The list. */
  readonly children: ReactNode
}

/** Lets the rows of a list, which a press selects and Enter opens, be ticked too: each has its id in `data-tick`. */
export function TickedRows({ height, onTick, children }: TickedRowsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ') return
    event.preventDefault()
    onTick()
  }
  const onClick = ({ target }: MouseEvent) => {
    const tick = target instanceof Element ? target.closest('[data-tick]') : null
    if (tick) onTick(tick.getAttribute('data-tick') ?? '')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list in it has the keys; this adds one
    <div className={css.rows} style={{ height }} onKeyDown={onKeyDown} onClick={onClick}>
      {children}
    </div>
  )
}
