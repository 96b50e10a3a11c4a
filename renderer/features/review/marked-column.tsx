import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Scheme } from '#shared/domain/scheme.ts'
import { ColumnChunk } from './column-chunk.tsx'
import { type ColumnMark, chunksOf, withDraft } from './column-chunks.ts'
import css from './marked-column.module.css'

type Props = {
  /** Names the text. */
  readonly label: string
  readonly text: string
  /** In reading order, each with an id of its own; the same array while they do not change. */
  readonly marks: readonly ColumnMark[]
  /** Shown in place of the marks of its stop while it is put right. */
  readonly draft?: ColumnMark | null
  readonly scheme: Scheme
  /** Id of the stop that is looked at; it is scrolled to. */
  readonly current: string | null
  /** By the ids of stops: a character or two that stand behind their marks and say what became of them. */
  readonly signs: ReadonlyMap<string, string>
  readonly onChoose: (stop: string) => void
  /** What is said of the current stop, beside the text, or below it where there is no room. */
  readonly card?: ReactNode
  /** The same in the column, below the line that holds this offset of the current stop. */
  readonly below?: { readonly offset: number; readonly card: ReactNode } | null
  /** A new object makes the text take the focus. */
  readonly focus?: object | null
}

/** A text to read with marks in it at which one stops. Whoever shows it has the keys and the stops' order. */
export function MarkedColumn(props: Props) {
  const { label, text, marks, scheme, current, signs, onChoose, card, below, focus } = props
  const { draft = null } = props
  const column = useRef<HTMLDivElement>(null)
  const whole = useMemo(() => chunksOf(text, marks), [text, marks])
  const { lines, places } = whole
  const drafting = useMemo(() => draft && withDraft(whole, draft), [whole, draft])
  const chunks = drafting?.chunks ?? whole.chunks
  const isDrafted = drafting !== null && draft?.stop === current
  const currentPlaces = current === null ? undefined : isDrafted ? drafting.drafted : places.get(current)
  const isCardBelow = card === undefined
  useEffect(() => reveal(column.current, current, isCardBelow ? 'start' : 'center'), [current, isCardBelow])
  useEffect(() => {
    if (focus) column.current?.focus({ preventScroll: true })
  }, [focus])
  return (
    <div className={card === undefined ? css.alone : css.beside}>
      {/* biome-ignore lint/a11y/useSemanticElements: a section cannot take the focus for its keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the stops are walked with the keys of whoever shows them */}
      <div
        ref={column}
        role="region"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
        className={`marked-column ${css.column}`}
        onClick={(event) => choose(event, onChoose)}
      >
        {chunks.map((chunk, i) => (
          <ColumnChunk
            key={chunk.start}
            text={text}
            lines={lines}
            chunk={chunk}
            scheme={scheme}
            current={currentPlaces?.has(i) ? current : null}
            signs={signs}
            below={below && chunk.start <= below.offset && below.offset < chunk.end ? below : null}
          />
        ))}
      </div>
      {card !== undefined && (
        <aside aria-label="What is to be said here" className={css.card}>
          {card}
        </aside>
      )}
    </div>
  )
}

/** The innermost mark that was clicked. */
function choose({ target }: MouseEvent, onChoose: (stop: string) => void): void {
  const mark = target instanceof Element ? target.closest('[data-stop]') : null
  const stop = mark?.getAttribute('data-stop')
  if (stop && getSelection()?.isCollapsed !== false) onChoose(stop)
}

/** Twice, since what is above may get its true height only as it comes into sight. */
function reveal(
  column: HTMLElement | null,
  stop: string | null,
  block: 'start' | 'center',
): (() => void) | undefined {
  if (!column || stop === null) return
  const show = () => column.querySelector(`[data-stop="${CSS.escape(stop)}"]`)?.scrollIntoView({ block })
  show()
  const frame = requestAnimationFrame(show)
  return () => cancelAnimationFrame(frame)
}
