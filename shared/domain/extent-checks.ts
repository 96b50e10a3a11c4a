import { type Annotation, fragmentsOf } from './annotation.ts'
import { partsOver } from './boilerplate.ts'
import { cutSpans, mergedSpans, withSpans } from './fragments.ts'
import { type CheckedArticle, editing, type Hint } from './hint.ts'
import { referencesMoved } from './references.ts'
import { labelOf } from './scheme.ts'
import { snapToWords, trimEdges } from './snapping.ts'
import { isEmptySpan, type Span, spansEqual, spansOverlap } from './span.ts'
import { wholeGraphemes } from './words.ts'

/** Checks of the words that an annotation marks. */

/** A mark that lies in what is no part of the article, wholly or with some of its words. */
export function boilerplateHints(article: CheckedArticle, annotation: Annotation): readonly Hint[] {
  const runs = fragmentsOf(annotation)
  const near = partsOver(article.boilerplate, annotation)
  const there = near.filter((one) => runs.some((run) => spansOverlap(run, one)))
  const [first] = there
  if (!first) return []
  const rest = there
    .reduce((left, one) => cutSpans(left, one), mergedSpans(runs))
    .map((run) => trimmed(article.text, run))
    .filter((run) => !isEmptySpan(run))
  const isWhole = rest.length === 0
  const after = isWhole ? null : withSpans(annotation, rest)
  const title = labelOf(article.scheme, annotation.label)?.title ?? annotation.label
  return [
    {
      kind: 'in-boilerplate',
      ids: [annotation.id],
      sentence: `${isWhole ? 'This' : 'A part of this'} lies in boilerplate (${first.reason}).`,
      mend: isWhole
        ? editing(`Delete ${title}`, () => referencesMoved(article.annotations, annotation, null))
        : editing(`Adjust ${title}`, () => [{ before: annotation, after }]),
    },
  ]
}

/** White space or punctuation where a mark begins or ends. */
export function edgeHints(article: CheckedArticle, annotation: Annotation): readonly Hint[] {
  const runs = fragmentsOf(annotation)
  const tight = runs.map((run) => trimmed(article.text, run))
  const loose = runs.filter((run, i) => !spansEqual(run, tight[i] as Span))
  if (loose.length === 0) return []
  const title = labelOf(article.scheme, annotation.label)?.title ?? annotation.label
  const rest = tight.filter((run) => !isEmptySpan(run))
  const words = rest.length === 0
  return [
    {
      kind: 'loose-edge',
      ids: [annotation.id],
      sentence: words ? 'This marks no words.' : 'This begins or ends with punctuation or a space.',
      mend: words
        ? editing(`Delete ${title}`, () => referencesMoved(article.annotations, annotation, null))
        : editing(`Adjust ${title}`, () => [{ before: annotation, after: withSpans(annotation, rest) }]),
    },
  ]
}

/** `run` without what is loose at its edges. What belongs to the words stays: “U.S.”, “Inc.”, a quote that closes within. */
function trimmed(text: string, run: Span): Span {
  const bare = trimEdges(text, run)
  if (isEmptySpan(bare) || spansEqual(bare, run)) return bare
  const words = snapToWords(text, run)
  const start = bare.start > run.start ? Math.max(run.start, words.start) : run.start
  const end = bare.end < run.end ? Math.min(run.end, words.end) : run.end
  const tight = {
    start: isPartnered(text, { start: run.start, end: start }, { start, end }) ? run.start : start,
    end: belongs(text, { start, end }, run.end) ? run.end : end,
  }
  return isEmptySpan(tight) ? bare : wholeGraphemes(text, tight)
}

const DOUBLE_QUOTE = /[“”„"«»]/gu

/** Whether what would be cut off holds the partner of a quote in the rest. */
function isPartnered(text: string, cut: Span, rest: Span): boolean {
  const quotesIn = ({ start, end }: Span) => text.slice(start, end).match(DOUBLE_QUOTE)?.length ?? 0
  return quotesIn(cut) === 1 && quotesIn(rest) % 2 === 1
}

const ABBREVIATED = /(?:^|[^\p{L}])(?:Inc|Corp|Cos?|Ltd|Bros|Jr|Sr|St|Dr|Gen|Gov|Sen|Rep|No|\p{L})$/u

function belongs(text: string, core: Span, end: number): boolean {
  const cut = text.slice(core.end, end)
  if (cut === '.') return ABBREVIATED.test(text.slice(core.start, core.end))
  return isPartnered(text, { start: core.end, end }, core)
}
