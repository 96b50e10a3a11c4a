import { compareAnnotations } from '#shared/domain/annotation.ts'
import { markPieces, type Piece, type PieceContext } from '#shared/domain/mark-pieces.ts'
import type { Span } from '#shared/domain/span.ts'
import type { OtherMark } from '../../../state/others.ts'

/** How others.css is told to draw a piece of another annotator's mark. */
export type OtherLook = Span & {
  readonly key: string
  readonly className: string
  /** How far below the text its line lies, in lines. */
  readonly drop: number
  /** Whose marks end here, if it is said at this piece. */
  readonly sign: string | null
}

/** Below this many lines there is no room: all deeper ones share the last. */
const LINES = 4
const SIGNS = 3

/** The pieces of others' marks, cut where one's own are as well, so that neither breaks the other. */
export function otherLooks(
  marks: readonly OtherMark[],
  context: Omit<PieceContext, 'shapeOf'>,
): readonly OtherLook[] {
  const byKey = new Map(marks.map((mark) => [mark.key, mark]))
  const annotations = marks
    .map(({ key, annotation }) => ({ ...annotation, id: key }))
    .sort(compareAnnotations)
  const pieces = markPieces(annotations, { ...context, shapeOf: () => 'underline' }).filter(
    ({ isGap }) => !isGap,
  )
  const signs = signsOf(pieces, byKey)
  return pieces.map((piece) => {
    const { start, end, drop, annotation } = piece
    const by = (byKey.get(annotation.id) as OtherMark).by
    const sign = signs.get(piece) ?? null
    const className = `other label-${annotation.label} ${by.isDashed ? 'dashed' : 'dotted'}`
    return { start, end, key: annotation.id, className, drop: Math.min(drop, LINES - 1), sign }
  })
}

/** Of those that end at one place, the signs from the text downwards, all at the one that is the nearest. */
function signsOf(
  pieces: readonly Piece[],
  byKey: ReadonlyMap<string, OtherMark>,
): ReadonlyMap<Piece, string> {
  const ending = new Map<number, Piece[]>()
  for (const piece of pieces) {
    if (piece.ends) ending.set(piece.end, [...(ending.get(piece.end) ?? []), piece])
  }
  return new Map(
    [...ending.values()].map((all) => {
      const sorted = all.sort((a, b) => a.drop - b.drop)
      const signs = [
        ...new Set(sorted.map(({ annotation }) => (byKey.get(annotation.id) as OtherMark).by.sign)),
      ]
      const more = signs.length > SIGNS ? ` +${signs.length - SIGNS}` : ''
      return [sorted[0] as Piece, signs.slice(0, SIGNS).join(' ') + more]
    }),
  )
}
