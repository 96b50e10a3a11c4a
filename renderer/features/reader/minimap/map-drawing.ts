import type { LabelShape } from '#shared/domain/scheme.ts'
import type { MarkMap } from './mark-map.ts'

export type Lane = { readonly label: string; readonly shape: LabelShape; readonly colour: string }

/** What is drawn in each row; sizes are CSS pixels. */
export type Drawing = {
  readonly context: CanvasRenderingContext2D
  readonly map: MarkMap
  readonly lanes: readonly Lane[]
  /** What the lanes were made for: each label with its shape and hue. */
  readonly looks: readonly string[]
  /** Which rows have something found in them: 1, or 2 for the current match. */
  readonly found: Uint8Array
  readonly foundColours: readonly [match: string, current: string]
  readonly width: number
}

export const ROW_HEIGHT = 2
const FOUND_WIDTH = 3
const GAP = 1.5

/** Draws some rows anew: what is found at the left, then a lane for each label, each with a shape of its own. */
export function drawRows(drawing: Drawing, rows: Iterable<number>): void {
  const { context, lanes, map, width } = drawing
  const laneWidth = Math.max(1, (width - FOUND_WIDTH) / lanes.length - GAP)
  for (const row of rows) {
    context.clearRect(0, row * ROW_HEIGHT, width, ROW_HEIGHT)
    drawFound(drawing, row)
    lanes.forEach(({ label, shape, colour }, i) => {
      const marks = map.lanes.get(label)?.[row] ?? 0
      if (marks === 0) return
      context.globalAlpha = Math.min(1, 0.55 + 0.15 * marks)
      context.fillStyle = colour
      const x = FOUND_WIDTH + GAP + i * (laneWidth + GAP)
      const [left, breadth, height] = shapeIn(shape, laneWidth, row)
      context.fillRect(x + left, row * ROW_HEIGHT, breadth, height)
    })
  }
  context.globalAlpha = 1
}

function drawFound({ context, found, foundColours }: Drawing, row: number): void {
  const kind = found[row]
  if (!kind) return
  context.globalAlpha = 1
  context.fillStyle = foundColours[kind - 1] as string
  context.fillRect(0, row * ROW_HEIGHT, FOUND_WIDTH, ROW_HEIGHT)
}

/** A tint is a solid column, an underline a ladder of lines, a wave a zigzag. */
function shapeIn(shape: LabelShape, width: number, row: number): readonly [x: number, w: number, h: number] {
  if (shape === 'tint') return [0, width, ROW_HEIGHT]
  if (shape === 'underline') return [0, width, ROW_HEIGHT / 2]
  return [row % 2 === 0 ? 0 : width / 2, width / 2, ROW_HEIGHT]
}
