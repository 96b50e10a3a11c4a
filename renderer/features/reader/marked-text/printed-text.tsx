import type { CSSProperties } from 'react'
import { runsRightToLeft } from '#shared/domain/direction.ts'
import { lineEnd, lineStart } from '#shared/domain/lines.ts'
import { type MarkedNode, markedLines } from '#shared/domain/marked-lines.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { type OpenArticle, schemeInUse } from '../../../state/desk.ts'
import { pieceLook } from '../../../ui/mark-look.ts'

const shapeOf = (label: string): string => shownLabel(schemeInUse(), label).shape

/** The whole text with all its marks, drawn as the reader draws them. */
export function PrintedText({ open }: { readonly open: OpenArticle }) {
  const { text, lines, record } = open
  const window = { start: 0, end: text.length }
  const rows = markedLines({ text, lines, window, annotations: [...record.annotations], shapeOf })
  return (
    <div className="printed-text">
      {rows.map((nodes, i) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text that never changes
          key={i}
          dir={runsRightToLeft(text.slice(lineStart(lines, i), lineEnd(lines, i))) ? 'rtl' : 'ltr'}
        >
          <Nodes nodes={nodes} />
        </p>
      ))}
    </div>
  )
}

function Nodes({ nodes }: { readonly nodes: readonly MarkedNode[] }) {
  return nodes.map((node, i) => {
    if (node.kind === 'text') return node.text
    const { piece, ends, children } = node
    const { className, stack } = pieceLook({ ...piece, ends }, shapeOf(piece.annotation.label), null)
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never changed
        key={i}
        className={className}
        style={(stack ?? {}) as CSSProperties}
      >
        <Nodes nodes={children} />
      </span>
    )
  })
}
