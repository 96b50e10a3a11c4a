import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { Label } from '#shared/domain/scheme.ts'
import { atRest } from '../../../state/at-rest.ts'
import { type DeskState, desk, type Find, noFind, schemeInUse } from '../../../state/desk.ts'
import type { ArticleEditor } from '../article-editor.ts'
import { type Drawing, drawRows, ROW_HEIGHT } from './map-drawing.ts'
import { count, emptyMap, rowsOf } from './mark-map.ts'

export type MapElements = {
  readonly gutter: HTMLElement
  readonly canvas: HTMLCanvasElement
}

/**
 * Keeps the minimap in step with the desk. What an edit changes is learnt from what differs between two versions of the
 * marks, and only the rows that it touches are drawn again: once the analyst comes to rest, since each drawing costs a
 * frame of its own.
 *
 * @returns what stops it.
 */
export function keepMapped({ document }: ArticleEditor, { gutter, canvas }: MapElements): () => void {
  let drawing: Drawing | null = null
  let shown: { annotations: AnnotationSet; find: Find } = { annotations: AnnotationSet.empty, find: noFind }
  const update = () => {
    const { open, find } = desk.getState()
    if (!open || !drawing) return
    const changed = new Set<number>()
    const { removed, added } = open.record.annotations.differenceFrom(shown.annotations)
    for (const annotation of removed) count(drawing.map, annotation, -1, changed)
    for (const annotation of added) count(drawing.map, annotation, 1, changed)
    if (find !== shown.find) noteFound(drawing, find, changed)
    shown = { annotations: open.record.annotations, find }
    drawRows(drawing, changed)
  }
  const { soon: updateSoon, cancel } = atRest(REST_MS, update)
  const startAnew = () => {
    drawing = freshDrawing(gutter, canvas, document.length)
    shown = { annotations: AnnotationSet.empty, find: noFind }
    updateSoon()
  }
  const sizes = new ResizeObserver(startAnew)
  sizes.observe(gutter)
  const themes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query))
  for (const theme of themes) theme.addEventListener('change', startAnew)
  const unsubscribe = desk.subscribe((now, before) => {
    if (now.workspace?.scheme !== before.workspace?.scheme && lanesDiffer(drawing)) startAnew()
    else if (isOther(now, before)) updateSoon()
  })
  return () => {
    cancel()
    drawing = null
    unsubscribe()
    sizes.disconnect()
    for (const theme of themes) theme.removeEventListener('change', startAnew)
  }
}

const REST_MS = 300

const isOther = (now: DeskState, before: DeskState): boolean =>
  now.open?.record.annotations !== before.open?.record.annotations || now.find !== before.find

/** Whether the scheme's labels are drawn otherwise now; what is written about them does not count. */
function lanesDiffer(drawing: Drawing | null): boolean {
  return !equalJson(drawing?.looks, looksOf(schemeInUse().labels))
}

const looksOf = (labels: readonly Label[]): readonly string[] =>
  labels.map(({ id, shape, hue }) => `${id} ${shape} ${hue}`)

function freshDrawing(gutter: HTMLElement, canvas: HTMLCanvasElement, length: number): Drawing | null {
  const { clientWidth: width, clientHeight: height } = gutter
  const context = canvas.getContext('2d')
  const rows = Math.floor(height / ROW_HEIGHT)
  if (!context || rows === 0) return null
  canvas.width = Math.round(width * devicePixelRatio)
  canvas.height = Math.round(height * devicePixelRatio)
  context.scale(devicePixelRatio, devicePixelRatio)
  const { labels } = schemeInUse()
  const style = getComputedStyle(canvas)
  const line = style.getPropertyValue('--mark-line')
  const isForced = matchMedia('(forced-colors: active)').matches
  return {
    context,
    width,
    looks: looksOf(labels),
    map: emptyMap({ rows, length, labels: labels.map(({ id }) => id) }),
    lanes: labels.map(({ id, shape, hue }) => ({
      label: id,
      shape,
      colour: isForced ? style.color : `oklch(${line} ${hue})`,
    })),
    found: new Uint8Array(rows),
    foundColours: [style.outlineColor, style.color],
  }
}

function noteFound({ map, found }: Drawing, { matches, current }: Find, changed: Set<number>): void {
  const before = found.slice()
  found.fill(0)
  const note = (index: number, kind: number) => {
    const match = matches[index]
    if (match) found[rowsOf(map, match).start] = kind
  }
  for (let i = 0; i < matches.length; i++) note(i, 1)
  note(current, 2)
  for (let row = 0; row < found.length; row++) if (found[row] !== before[row]) changed.add(row)
}
