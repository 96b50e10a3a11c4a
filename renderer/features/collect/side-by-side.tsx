import type { ReactNode } from 'react'
import { fragmentsOf } from '#shared/domain/annotation.ts'
import type { Span } from '#shared/domain/span.ts'
import type { Waiting } from '#shared/ipc/versions.ts'
import css from './changed-panel.module.css'
import { REASONS } from './waiting-reasons.ts'

/** Characters of the text that are shown before and behind. */
const AROUND = 260
const NEXT_TO = 90

type SideBySideProps = { readonly waiting: Waiting; readonly oldText: string; readonly newText: string }

/** An annotation in the earlier text, and the places where it could stand in the newer one. */
export function SideBySide({ waiting, oldText, newText }: SideBySideProps) {
  const { annotation, candidates, near, reason } = waiting
  return (
    <div className={css.sides}>
      <section aria-label="Earlier text">
        <h2>Earlier text</h2>
        <p>{REASONS[reason]}</p>
        <Excerpt text={oldText} marks={fragmentsOf(annotation)} around={AROUND} />
      </section>
      <section aria-label="Newer text">
        <h2>Newer text</h2>
        {candidates.length === 0 && (
          <>
            <p>Nothing like it was found. It would be about here:</p>
            <Excerpt text={newText} marks={[{ start: near, end: near }]} around={AROUND} />
          </>
        )}
        {candidates.map((place, i) => (
          <div key={place.start} className={css.place}>
            <p title={place.errors === 0 ? undefined : `Characters that differ: ${place.errors}`}>
              Place {i + 1}: {place.errors === 0 ? 'the same words' : 'nearly the same words'}
            </p>
            <Excerpt text={newText} marks={[place]} around={i === 0 ? AROUND : NEXT_TO} />
          </div>
        ))}
      </section>
    </div>
  )
}

type ExcerptProps = { readonly text: string; readonly marks: readonly Span[]; readonly around: number }

/** Some of a text, with what is meant in it marked. */
function Excerpt({ text, marks, around }: ExcerptProps) {
  const first = marks[0]?.start ?? 0
  const last = marks.at(-1)?.end ?? 0
  const from = Math.max(0, first - around)
  const pieces: ReactNode[] = []
  let at = from
  for (const { start, end } of marks) {
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <blockquote dir="auto" className={css.excerpt}>
      {from > 0 && '…'}
      {pieces}
      {text.slice(at, last + around)}
      {last + around < text.length && '…'}
    </blockquote>
  )
}
