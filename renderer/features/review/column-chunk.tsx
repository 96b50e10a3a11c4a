import { type CSSProperties, Fragment, memo, type ReactNode } from 'react'
import { type Lines, lineAt } from '#shared/domain/lines.ts'
import { type MarkedNode, markedLines } from '#shared/domain/marked-lines.ts'
import { type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import { pieceLook } from '../../ui/mark-look.ts'
import type { Chunk, ColumnMark } from './column-chunks.ts'
import css from './marked-column.module.css'

export type ChunkProps = {
  readonly text: string
  readonly lines: Lines
  readonly chunk: Chunk
  readonly scheme: Scheme
  /** Id of the current stop where one of its marks is in this chunk. */
  readonly current: string | null
  /** By the stops of this chunk, a word on each; see `MarkedColumn`. */
  readonly signs: ReadonlyMap<string, string>
  /** Stands below the line of this offset. */
  readonly below: { readonly offset: number; readonly card: ReactNode } | null
}

/** Some lines of a marked column. */
export const ColumnChunk = memo(function ColumnChunk(props: ChunkProps) {
  const { text, lines, chunk, scheme, below } = props
  const annotations = chunk.marks.map(({ annotation }) => annotation)
  if (annotations.length === 0) return <div className={css.chunk}>{text.slice(chunk.start, chunk.end)}</div>
  const shapeOf = (label: string) => shownLabel(scheme, label).shape
  const rows = markedLines({ text, lines, window: chunk, annotations, shapeOf })
  const cardRow = below && lineAt(lines, below.offset) - lineAt(lines, chunk.start)
  const marks = new Map(chunk.marks.map((mark) => [mark.annotation.id, mark]))
  return (
    <div className={css.chunk}>
      {rows.map((nodes, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text that never changes
        <Fragment key={i}>
          <Line nodes={nodes} marks={marks} shapeOf={shapeOf} props={props} />
          {below && i === cardRow && <div className={css.below}>{below.card}</div>}
        </Fragment>
      ))}
    </div>
  )
}, isStill)

/** Signs are told anew as a whole; those of other chunks are none of its business. */
function isStill(before: ChunkProps, after: ChunkProps): boolean {
  const isSame = (['text', 'lines', 'chunk', 'scheme', 'current', 'below'] as const).every(
    (name) => before[name] === after[name],
  )
  if (!isSame || before.signs === after.signs) return isSame
  return before.chunk.marks.every(({ stop }) => before.signs.get(stop) === after.signs.get(stop))
}

type Drawn = {
  readonly nodes: readonly MarkedNode[]
  readonly marks: ReadonlyMap<string, ColumnMark>
  readonly shapeOf: (label: string) => string
  readonly props: ChunkProps
}

const Line = (drawn: Drawn) => (
  <>
    <Nodes {...drawn} />
    {'\n'}
  </>
)

function Nodes({ nodes, ...drawn }: Drawn) {
  return nodes.map((node, i) => {
    if (node.kind === 'text') return node.text
    const { piece, ends, isLast, isContinued } = node
    const { annotation } = piece
    const { current, signs } = drawn.props
    const { stop = '', isUnsigned } = drawn.marks.get(annotation.id) ?? {}
    const isCurrent = stop === current
    const look = pieceLook(
      { ...piece, ends },
      drawn.shapeOf(annotation.label),
      isCurrent ? annotation.id : null,
    )
    const sign = isLast && !isUnsigned ? signs.get(stop) : undefined
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line of a text that never changes
        key={i}
        className={look.className}
        style={(look.stack ?? {}) as CSSProperties}
        data-stop={stop}
        data-begins={!isContinued}
        data-sign={sign || undefined}
      >
        <Nodes nodes={node.children} {...drawn} />
      </span>
    )
  })
}
