import type { Boilerplate, BoilerplateKind } from '#shared/domain/boilerplate.ts'
import type { Span } from '#shared/domain/span.ts'
import { markCaptions } from './captions.ts'
import type { LineMark, LineMarks, Page, Pass } from './line-marks.ts'
import { markCertain, markLikely } from './neighbours.ts'
import { markHead, markLists, markTail } from './page-lists.ts'
import { residueIn } from './residue.ts'
import { markRunningLines } from './running-lines.ts'
import { textLines } from './text-lines.ts'
import { united } from './united.ts'

/**
 * What in a text's words shows that they are no part of the article. Each line is asked what it says; what several lines say
 * together, such as a caption given twice, a list below its heading or a page's tail, is looked for next, each pass with
 * what the ones before it found. All passes go over the lines once, and none takes a mark away. What nothing is known of
 * stays with the article: a left-over line costs an analyst one key, a lost sentence is never looked for.
 */
export type Hints = {
  /** Where the headline stands, which is never boilerplate. */
  readonly headline: Span | null
  /** What the structure of the file shows already. */
  readonly structure: readonly Boilerplate[]
}

const PASSES: readonly Pass[] = [
  markCertain,
  markCaptions,
  markRunningLines,
  markLikely,
  markHead,
  markLists,
  markTail,
  markLikely,
]

/** Sorted and disjoint, in UTF-16 offsets; what `structure` says of a character is said first. */
export function findBoilerplate(text: string, { headline, structure }: Hints): readonly Boilerplate[] {
  const lines = textLines(text)
  const page: Page = {
    lines,
    headline: headline ? lines.findIndex(({ end }) => end > headline.start) : -1,
  }
  const marks = PASSES.reduce((known, pass) => pass(page, known), lines.map(() => null) as LineMarks)
  const found = united([structure, residueIn(text), rangesOf(page, marks)])
  // What was left of a range between two others may be nothing but the space there.
  return found.filter(({ start, end }) => /\S/u.test(text.slice(start, end)))
}

/** A range for each run of lines of one kind. */
function rangesOf({ lines }: Page, marks: LineMarks): readonly Boilerplate[] {
  const ranges: Boilerplate[] = []
  lines.forEach(({ start, end }, i) => {
    const mark = marks[i]
    const last = ranges.at(-1)
    if (!mark) return
    if (last && marks[i - 1]?.kind === mark.kind) ranges[ranges.length - 1] = joined(last, mark, end)
    else ranges.push({ start, end, kind: mark.kind, reason: mark.reason })
  })
  return ranges
}

/** Lines that were known for different reasons are named by what they are together. */
const joined = (run: Boilerplate, { kind, reason }: LineMark, end: number): Boilerplate => ({
  ...run,
  end,
  reason: run.reason === reason ? reason : TOGETHER[kind],
})

const TOGETHER: Readonly<Record<BoilerplateKind, string>> = {
  ad: 'advertisements',
  navigation: 'ways to other parts of the site',
  'share bar': 'links that share the article',
  'photo credit': 'captions and credits of pictures',
  'repeated caption': 'captions that stand here a second time',
  tags: 'the article’s tags',
  newsletter: 'an invitation to subscribe',
  'comment form': 'a comment form',
  copyright: 'notices of rights',
  'related links': 'links to related articles',
  'template residue': 'placeholders that a template left behind',
  other: 'what the page has besides the article',
}
