import type { Piece } from '#shared/domain/mark-pieces.ts'

export type PieceLook = { readonly className: string; readonly stack: Stack | null }

/** The place of a piece in its stack, for marks.css. */
export type Stack = { readonly '--drop': number; readonly '--depth': number }

/** How marks.css is told to draw a piece. One that lies alone has no stack to be told of. */
export function pieceLook(piece: Piece, shape: string, selected: string | null): PieceLook {
  const { annotation, starts, ends, isGap, drop, depth } = piece
  const isStacked = depth > 1
  const classes = [
    `mark ${shape} label-${annotation.label}`,
    isStacked && 'stacked',
    starts && 'starts',
    ends && 'ends',
    isGap && 'gap',
    annotation.certainty === 'unsure' && 'unsure',
    annotation.id === selected && 'selected',
  ]
  return {
    className: classes.filter(Boolean).join(' '),
    stack: isStacked ? { '--drop': drop, '--depth': depth } : null,
  }
}
