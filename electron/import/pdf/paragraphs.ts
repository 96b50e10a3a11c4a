import type { Block } from '#electron/import/document/block.ts'
import type { Line } from './columns.ts'
import { joinLines, type Vocabulary, vocabularyOf } from './hyphens.ts'
import type { Page } from './repeated.ts'

/**
 * The lines of all pages as paragraphs: a new one begins at a wider distance than lines have, at letters of another size,
 * at an indented line, after a line so short that it ended on purpose, at the mark of a list item. Over the end of a column or a
 * page a paragraph goes on where its last line ends no sentence and the next begins with a small letter; the header and
 * footer that stand between come after it then.
 */
export type PdfBlock = Block & { readonly isRepeated: boolean }

export function paragraphsOf(pages: readonly Page[], repeated: ReadonlySet<Line>): readonly PdfBlock[] {
  const vocabulary = vocabularyOf(pages.flatMap((page) => page.map(({ text }) => text)))
  const blocks: PdfBlock[] = []
  let open: Line[] = []
  let waiting: PdfBlock[] = []
  const close = () => {
    if (open.length > 0) blocks.push(blockOf(open, vocabulary))
    blocks.push(...waiting)
    open = []
    waiting = []
  }
  for (const page of pages) {
    const pitch = pitchOf(page)
    for (const line of page) {
      if (repeated.has(line)) {
        waiting.push({ kind: 'paragraph', text: line.text, isRepeated: true })
        continue
      }
      const before = open.at(-1)
      if (!before || !goesOn(before, line, pitch)) close()
      open.push(line)
    }
  }
  close()
  return blocks
}

const ITEM = /^(?:[•‣▪◦●–*-]|\(?\d{1,3}[.)])\s/u

function blockOf(lines: readonly Line[], vocabulary: Vocabulary): PdfBlock {
  const [first] = lines
  const kind = first?.isRow ? 'row' : first && ITEM.test(first.text) ? 'item' : 'paragraph'
  return {
    kind,
    text: joinLines(
      lines.map(({ text }) => text),
      vocabulary,
    ),
    isRepeated: false,
  }
}

/** The usual distance of two lines on a page. */
function pitchOf(page: Page): number {
  const steps = page
    .slice(1)
    .map((line, i) => (page[i]?.y ?? 0) - line.y)
    .filter((step) => step > 0)
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? 0
}

const WIDER = 1.35
const OTHER_SIZE = 0.12
const INDENT = 0.8
const SHORT = 0.85
/** No word of a running line is so long that it leaves the rest of the column empty. */
const VERY_SHORT = 0.6
const ENDS_SENTENCE = /[.!?:…]["'”’»)\]]*$/u
const GOES_ON = /^["'“‘(]*\p{Ll}/u

function goesOn(before: Line, line: Line, pitch: number): boolean {
  if (before.isRow || line.isRow || ITEM.test(line.text)) return false
  if (Math.abs(before.size - line.size) > OTHER_SIZE * Math.max(before.size, line.size)) return false
  const step = before.y - line.y
  if (step <= 0 || !isSameColumn(before, line))
    return !ENDS_SENTENCE.test(before.text) && GOES_ON.test(line.text)
  if (step > WIDER * Math.max(pitch, line.size)) return false
  if (line.start - before.start > INDENT * line.size && before.start - before.left < INDENT * line.size)
    return false
  if (isShort(before, VERY_SHORT) && !GOES_ON.test(line.text)) return false
  return !(isShort(before, SHORT) && ENDS_SENTENCE.test(before.text))
}

const isSameColumn = (a: Line, b: Line): boolean => a.left < b.right && b.left < a.right

/** @param share of the column's width. */
const isShort = ({ end, left, right }: Line, share: number): boolean => end - left < share * (right - left)
