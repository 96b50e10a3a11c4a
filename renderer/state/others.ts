import { create } from 'zustand'
import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { nameSigns } from '#shared/domain/name-signs.ts'
import { hasOpened } from '#shared/domain/record.ts'
import type { Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import type { Span } from '#shared/domain/span.ts'
import type { ArticleMarks } from '#shared/ipc/team.ts'
import { readMarks } from './article-reviews.ts'
import { type DeskState, desk } from './desk.ts'
import { type RecordOf, recordsIn } from './marks-of-all.ts'
import { annotatorNow } from './team.ts'

/**
 * Others' marks of the open article, as a layer below one's own: read where it is shown, and kept apart from one's own
 * record, so that no edit, no selection and no key has to do with them. Where the team annotates blind there are none.
 */
export type Other = {
  readonly annotator: string
  /** A few letters that stand for the name in the text; no two have the same. */
  readonly sign: string
  readonly annotations: AnnotationSet
  /** Their lines are dashed, or else dotted: by turns. */
  readonly isDashed: boolean
}

/** One of their marks; `key` is its own among all that are shown. */
export type OtherMark = { readonly key: string; readonly annotation: Annotation; readonly by: Other }

type Others = {
  /** The workspace in which the layer is on: it is off in every workspace that is opened. */
  readonly onIn: string | null
  readonly found: {
    readonly articleId: string
    readonly all: readonly Other[]
    /** Sentences about what could not be read. */
    readonly unread: readonly string[]
  } | null
  /** Names of those who are left out. */
  readonly hidden: ReadonlySet<string>
  /** Those of the open article that are shown. */
  readonly shown: readonly Other[]
}

const NONE: readonly Other[] = []

export const others = create<Others>(() => ({ onIn: null, found: null, hidden: new Set(), shown: NONE }))

const isOn = ({ workspace }: Pick<DeskState, 'workspace'>): boolean =>
  workspace !== null && others.getState().onIn === workspace.id

/** In a workspace where everybody annotates blind, others' marks are to be seen in the Review view alone. */
export const isBlind = ({ team }: Pick<DeskState, 'team'>): boolean => team.sight === 'blind'

/** Shows others' marks below one's own, or leaves them out again. */
export function toggleOthers(): void {
  const { workspace } = desk.getState()
  if (!workspace) return
  const isOn = others.getState().onIn === workspace.id
  others.setState({ onIn: isOn ? null : workspace.id, hidden: new Set() })
  void readOthers()
}

/** Shows or leaves out one of them. */
export function toggleOther(annotator: string): void {
  others.setState(({ hidden, found }) => {
    const now = new Set(hidden)
    if (!now.delete(annotator)) now.add(annotator)
    return { hidden: now, shown: shownOf(found, now) }
  })
}

/** Keeps the layer true while the desk goes on. @returns what stops it. */
export function keepOthers(): () => void {
  const again = () => void readOthers()
  const unsubscribe = desk.subscribe((now, before) => {
    if (others.getState().onIn === null) return
    // Whoever asks for the remarks on it asks for this as well.
    if (now.open?.article.id !== before.open?.article.id) adopt(null)
    else if (isOther(now, before)) again()
  })
  window.addEventListener('focus', again)
  again()
  return () => {
    unsubscribe()
    window.removeEventListener('focus', again)
  }
}

/** Whether the layer may hold something else by now. */
const isOther = (now: DeskState, before: DeskState): boolean =>
  now.workspace !== before.workspace ||
  now.team.sight !== before.team.sight ||
  now.preferences.annotator !== before.preferences.annotator ||
  (!now.isReviewing && before.isReviewing)

async function readOthers(): Promise<void> {
  const take = othersWanted()
  const { open } = desk.getState()
  if (!take || !open) return adopt(null)
  const { id } = open.article
  if (others.getState().found?.articleId !== id) adopt(null)
  take(id, await readMarks(id, 'layer'))
}

/** Where the layer is to be shown, what takes an answer into it, unless that is asked for once more by then; else null. */
export function othersWanted(): ((articleId: string, answer: Result<ArticleMarks>) => void) | null {
  const request = ++latest
  const state = desk.getState()
  if (!isOn(state) || isBlind(state)) return null
  return (articleId, answer) => {
    if (request !== latest || desk.getState().open?.article.id !== articleId) return
    if (!answer.ok) return adopt({ articleId, all: NONE, unread: [answer.problem.sentence] })
    adopt({ articleId, all: othersIn(recordsIn(answer.value)), unread: answer.value.unread })
  }
}
let latest = 0

/** Who has opened the article but oneself, gold last. */
function othersIn(records: readonly RecordOf[]): readonly Other[] {
  const own = annotatorNow()
  const opened = records.filter(
    ({ annotator, status, annotations }) => annotator !== own && hasOpened(status, annotations.length),
  )
  const signs = nameSigns(opened.map(({ annotator }) => annotator))
  return opened
    .sort((a, b) => Number(a.annotator === GOLD) - Number(b.annotator === GOLD))
    .map(({ annotator, annotations }, i) => ({
      annotator,
      sign: signs.get(annotator) as string,
      annotations: AnnotationSet.from(annotations),
      isDashed: i % 2 === 0,
    }))
}

function adopt(found: Others['found']): void {
  others.setState(({ hidden, shown }) => {
    const now = shownOf(found, hidden)
    return { found, shown: now.length === 0 && shown.length === 0 ? shown : now }
  })
}

const shownOf = (found: Others['found'], hidden: ReadonlySet<string>): readonly Other[] =>
  found?.all.filter(({ annotator }) => !hidden.has(annotator)) ?? NONE

const NO_MARKS: readonly OtherMark[] = []

/** Those that share a character with `span`, in reading order. */
export function othersOver(span: Span): readonly OtherMark[] {
  const { shown } = others.getState()
  if (shown.length === 0) return NO_MARKS
  return shown
    .flatMap((by) => by.annotations.overlapping(span).map((annotation) => markOf(by, annotation)))
    .sort((a, b) => compareAnnotations(a.annotation, b.annotation))
}

export const markOf = (by: Other, annotation: Annotation): OtherMark => ({
  key: `${by.sign} ${annotation.id}`,
  annotation,
  by,
})

/** The mark that has that key, if it is shown. */
export function otherOf(key: string): OtherMark | undefined {
  const by = others.getState().shown.find(({ sign }) => key.startsWith(`${sign} `))
  const annotation = by?.annotations.get(key.slice(by.sign.length + 1))
  return by && annotation && markOf(by, annotation)
}
