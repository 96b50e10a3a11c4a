import type { KeyboardEvent, PointerEvent } from 'react'
import css from './splitter.module.css'

export type SplitterProps = {
  readonly label: string
  /** Width of the pane it resizes, in CSS pixels. */
  readonly width: number
  readonly min: number
  readonly max: number
  /** On which side of the splitter the pane lies. */
  readonly side: 'left' | 'right'
  readonly onResize: (width: number) => void
}

/** The line between two panes: drag it, or focus it and use the arrow keys. */
export function Splitter({ label, width, min, max, side, onResize }: SplitterProps) {
  const outward = side === 'left' ? 1 : -1
  const resize = (wanted: number) => onResize(Math.round(Math.min(max, Math.max(min, wanted))))
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 16 * outward, ArrowLeft: -16 * outward, Home: -max, End: max }[event.key]
    if (step === undefined) return
    event.preventDefault()
    resize(width + step)
  }
  const onPointerDown = ({ currentTarget, pointerId, clientX }: PointerEvent<HTMLElement>) => {
    currentTarget.setPointerCapture(pointerId)
    const move = (event: globalThis.PointerEvent) => resize(width + (event.clientX - clientX) * outward)
    currentTarget.addEventListener('pointermove', move)
    const stop = () => currentTarget.removeEventListener('pointermove', move)
    currentTarget.addEventListener('lostpointercapture', stop, { once: true })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be a widget; this is ARIA's window splitter
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={css.splitter}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  )
}
