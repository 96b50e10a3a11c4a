import { Node } from '@tiptap/core'
import type { Node as EditorNode } from '@tiptap/pm/model'
import { runsRightToLeft } from '#shared/domain/direction.ts'

/** The smallest schema that holds an article: no marks, no HTML, nothing that could be typed or pasted. */
const Doc = Node.create({ name: 'doc', topNode: true, content: 'chunk+' })

const Chunk = Node.create({
  name: 'chunk',
  content: 'line+',
  renderHTML: ({ node }) => [
    'div',
    { class: 'chunk', style: `contain-intrinsic-size: auto ${guessHeight(node)}em` },
    0,
  ],
})

const Line = Node.create({
  name: 'line',
  content: 'text*',
  renderHTML: ({ node }) => [
    'p',
    {
      class: isBlank(node) ? 'line blank' : 'line',
      // Without it the browser orders the characters rightly, but styles do not know on which side a line begins.
      ...(runsRightToLeft(node.textContent) ? { dir: 'rtl' } : {}),
    },
    0,
  ],
})

/** The carriage return of a CR LF has no width and makes no line on screen. */
const isBlank = ({ textContent }: EditorNode): boolean => textContent === '' || textContent === '\r'

const Text = Node.create({ name: 'text', group: 'inline' })

export const articleNodes = [Doc, Chunk, Line, Text]

const MEASURE = 60
const LINE_HEIGHT = 1.72
const BLANK_HEIGHT = 0.85

/** Height of a chunk before it is rendered, in em: the scroll bar is right to a few per cent from the start. */
function guessHeight(chunk: EditorNode): number {
  let height = 0
  chunk.forEach((line) => {
    height += isBlank(line) ? BLANK_HEIGHT : Math.ceil(line.content.size / MEASURE) * LINE_HEIGHT
  })
  return Math.round(height * 10) / 10
}
