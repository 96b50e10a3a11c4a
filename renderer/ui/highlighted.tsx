import css from './highlighted.module.css'

export type HighlightedProps = {
  readonly text: string
  /** Indexes into `text`, in order. */
  readonly indexes: readonly number[]
}

/** A text with the letters that were matched set off. */
export function Highlighted({ text, indexes }: HighlightedProps) {
  return piecesOf(text, indexes).map(({ start, piece, isMatch }) =>
    isMatch ? (
      <mark key={start} className={css.match}>
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}

type Piece = { readonly start: number; readonly piece: string; readonly isMatch: boolean }

/** The text cut where matched letters begin or end. */
export function piecesOf(text: string, indexes: readonly number[]): readonly Piece[] {
  const matched = new Set(indexes)
  const starts = Array.from({ length: text.length }, (_, i) => i).filter(
    (i) => i === 0 || matched.has(i) !== matched.has(i - 1),
  )
  return starts.map((start, n) => ({
    start,
    piece: text.slice(start, starts[n + 1]),
    isMatch: matched.has(start),
  }))
}
