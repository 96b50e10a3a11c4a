import { type LineMark, type LineMarks, markOf, type Page, type Pass } from './line-marks.ts'
import { endsAsSentence, isLabel, type TextLine } from './text-lines.ts'

/**
 * Lists of other articles, and a page's tail. No rule can know a headline from another article as such; but below the
 * heading of such a list, and among the lines that follow the last paragraph, a short line that is no sentence is one.
 */
const SHORT = 110
const LONGEST_LIST = 8
/** So many lines that are known make a tail of what follows the last paragraph. */
const MARKS_OF_A_TAIL = 2

/** Within the article, a list goes as far as its lines follow one another without an empty line. */
export const markLists: Pass = ({ lines, headline }, marks) => {
  const found = [...marks]
  for (let i = 0, left = 0; i < lines.length; i++) {
    const mark = found[i]
    if (mark) left = mark.opensList ? LONGEST_LIST : left
    else if (left > 0 && i !== headline && continuesList(lines[i])) {
      found[i] = itemOf(found[i - 1])
      left--
    } else left = 0
  }
  return found
}

const continuesList = (line: TextLine | undefined): boolean =>
  line !== undefined && !line.opensParagraph && isItem(line)

export const markTail: Pass = (page, marks) => {
  const found = [...marks]
  for (let i = tailOf(page, marks); i < found.length; i++) found[i] ??= itemOf(found[i - 1])
  return found
}

/** Above the headline, a label or what stands between two lines of boilerplate is the site's and not the article's. */
export const markHead: Pass = ({ lines, headline }, marks) =>
  marks.map((mark, i) => {
    const line = lines[i]
    if (mark || !line || i >= headline) return mark ?? null
    const isBetween = Boolean(marks[i - 1]) && Boolean(marks[i + 1])
    return (isBetween && isItem(line)) || isLabel(line.text) ? SITE : null
  })

const SITE = markOf('navigation', 'a line of the page’s head')

/** The line with which the tail begins, or one past the text where there is none. */
function tailOf({ lines, headline }: Page, marks: LineMarks): number {
  const lastOfArticle = lines.findLastIndex((line, i) => i === headline || (!marks[i] && !isItem(line)))
  const first = marks.findIndex((mark, i) => mark !== null && i > lastOfArticle)
  const known = marks.filter((mark, i) => mark && i > lastOfArticle)
  const isTail = known.length >= MARKS_OF_A_TAIL || known.some((mark) => mark?.opensList)
  return first >= 0 && isTail ? first : lines.length
}

const isItem = ({ bare }: TextLine): boolean =>
  bare.length > 0 && bare.length <= SHORT && (!endsAsSentence(bare) || /[?!…]\W*$/u.test(bare))

const ITEM_KINDS = [
  'tags',
  'related links',
  'navigation',
  'comment form',
  'newsletter',
  'share bar',
  'ad',
] as const

function itemOf(above: LineMark | null | undefined): LineMark {
  const kind = ITEM_KINDS.find((known) => known === above?.kind)
  return kind ? markOf(kind, REASONS[kind]) : markOf('other', 'a short line in the page’s tail')
}

const REASONS = {
  tags: 'a line below the heading of a list of topics',
  'related links': 'a line below the heading of related articles',
  navigation: 'a line below the heading of a list',
  'comment form': 'a line of a comment form',
  newsletter: 'a line below an invitation to subscribe',
  'share bar': 'a line among links that share the article',
  ad: 'a line below the mark of an advertisement',
}
