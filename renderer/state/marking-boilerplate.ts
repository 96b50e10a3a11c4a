import {
  BOILERPLATE_KINDS,
  type Boilerplate,
  type BoilerplateChoice,
  partsOver,
} from '#shared/domain/boilerplate.ts'
import { ruleSourceOf } from '#shared/domain/cleaning-rule.ts'
import type { Change } from '#shared/domain/edit.ts'
import { lineAt, lineEnd, lineStart } from '#shared/domain/lines.ts'
import type { Corrections } from '#shared/domain/record.ts'
import { rulesMade } from '#shared/domain/rules-made.ts'
import { caretAt } from '#shared/domain/selection.ts'
import { hullOf, isEmptySpan, type Span, spanContains } from '#shared/domain/span.ts'
import { trimSpan } from '#shared/domain/words.ts'
import { desk, type OpenArticle, say } from './desk.ts'
import { commit } from './editing.ts'
import { foldAtCaret } from './folding.ts'
import { choose, selectedAnnotation } from './selecting.ts'
import { standingOf } from './standing.ts'

/** What is marked as boilerplate by hand, or given back to the article, and the rules that are remembered of it. */

let lastKind: string = 'other'

/** The kinds to choose from, the one that was chosen last first. */
export const kindsToChoose = (): readonly string[] => [
  lastKind,
  ...BOILERPLATE_KINDS.filter((kind) => kind !== lastKind),
]

/** Gives boilerplate back to the article, and marks what is none as boilerplate of the kind that was chosen last. */
export function toggleRange(): void {
  const found = rangeToCorrect()
  if (found) settle(found.open, { ...found.range, kind: found.isBoilerplate ? null : lastKind })
}

/** Marks what is selected as boilerplate of a kind, whatever it was before. */
export function markAsBoilerplate(kind: string): void {
  const found = rangeToCorrect()
  lastKind = kind
  if (found) settle(found.open, { ...found.range, kind })
}

type Found = { readonly open: OpenArticle; readonly range: Span; readonly isBoilerplate: boolean }

function rangeToCorrect(): Found | null {
  const { open } = desk.getState()
  if (!open) return null
  const range = chosenRange(open) ?? rangeAtCaret(open)
  if (!range || isEmptySpan(range)) {
    say('Select some words first, or put the caret into a line.')
    return null
  }
  return { open, range, isBoilerplate: isCovered(open, range) }
}

function chosenRange(open: OpenArticle): Span | null {
  const wanted = selectedAnnotation(open) ?? open.selection
  return isEmptySpan(wanted) ? null : trimSpan(open.text, wanted)
}

/** The fold in whose row the caret is, or the boilerplate that it is in, or else its line. */
function rangeAtCaret(open: OpenArticle): Span {
  const { text, lines, selection } = open
  const { boilerplate } = standingOf(open)
  const fold = foldAtCaret()
  const around = fold ?? { start: Math.max(0, selection.head - 1), end: selection.head + 1 }
  const parts = partsOver(boilerplate, around)
  if (parts.length > 0) return hullOf(parts)
  const line = lineAt(lines, selection.head)
  return trimSpan(text, { start: lineStart(lines, line), end: lineEnd(lines, line) })
}

/** Whether all of its words are boilerplate. */
function isCovered(open: OpenArticle, range: Span): boolean {
  let at = range.start
  for (const { start, end } of partsOver(standingOf(open).boilerplate, range)) {
    if (open.text.slice(at, Math.max(at, start)).trim() !== '') return false
    at = end
  }
  return at > range.start && open.text.slice(at, Math.max(at, range.end)).trim() === ''
}

function settle(open: OpenArticle, choice: BoilerplateChoice): void {
  const { changes, source } = changesFor(open, choice)
  const name = choice.kind === null ? 'Give back to the article' : `Boilerplate: ${choice.kind}`
  if (!commit({ name, changes })) return
  choose(null, caretAt(choice.start))
  desk.setState({ reveal: { span: caretAt(choice.start), isStep: true } })
  const done =
    choice.kind === null ? 'This belongs to the article again' : `This is boilerplate now (${choice.kind})`
  const isRemembered = changes.some(({ kind }) => kind === 'rule')
  const alone = source === null ? ', but only in this article, since its source is not known' : ''
  const remembered = isRemembered ? `, and so it is in all articles of ${source}` : alone
  say(`${done}${remembered}; undo takes that back.`)
}

type Settled = { readonly changes: readonly Change[]; readonly source: string | null }

function changesFor(open: OpenArticle, choice: BoilerplateChoice): Settled {
  const { text, lines, record } = open
  const { cleaning } = desk.getState()
  const before = record.corrections
  const source = ruleSourceOf(standingOf(open).metadata)
  const rules =
    source === null || cleaning.access.kind === 'read'
      ? []
      : rulesMade({ text, lines, choice, source }, cleaning.own, {
          now: new Date().toISOString(),
          newId: () => crypto.randomUUID(),
        })
  return { changes: [{ kind: 'corrections', before, after: withChoice(before, choice) }, ...rules], source }
}

/** What was said before of nothing but the same range is not said any more. */
function withChoice(corrections: Corrections, choice: BoilerplateChoice): Corrections {
  const others = (corrections.boilerplate ?? []).filter((one) => !spanContains(choice, one))
  return { ...corrections, boilerplate: [...others, choice] }
}

/**
 * The boilerplate that stands in the way of marking `span`: a label's key marks there only when it is pressed once more,
 * since nobody annotates boilerplate unless that is meant.
 */
export function boilerplateInTheWay({ article, ...rest }: OpenArticle, span: Span): Boilerplate | null {
  const [part] = partsOver(standingOf({ article, ...rest }).boilerplate, span)
  const place = `${article.id} ${span.start} ${span.end}`
  const isMeant = insisted === place
  insisted = part && !isMeant ? place : null
  return part && !isMeant ? part : null
}
let insisted: string | null = null
