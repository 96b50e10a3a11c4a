import type { Piece } from './mark-pieces.ts'

/** The classes by which marks.css draws a piece. */
export function pieceClass(piece: Piece, shape: string, selected: string | null): string {
  const { annotation, starts, ends, isGap } = piece
  const classes = [
    `mark ${shape} label-${annotation.label}`,
    starts && 'starts',
    ends && 'ends',
    isGap && 'gap',
    annotation.certainty === 'unsure' && 'unsure',
    annotation.id === selected && 'selected',
  ]
  return classes.filter(Boolean).join(' ')
}
