import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { nameFrom, sortedNames } from '#shared/domain/actor.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { type FoundArticle, type FoundOccurrence, foundIn } from '#shared/domain/found-occurrences.ts'
import { occurrenceFinder, type Sought } from '#shared/domain/occurrences.ts'
import { namesOf, soughtFor } from '#shared/domain/sought.ts'
import { resolvedId } from '#shared/domain/united-registry.ts'
import type { FoundOccurrences, SearchProgress } from '#shared/ipc/contract.ts'
import { bridge } from '../bridge.ts'
import { desk, type OpenArticle, say, showSheet } from './desk.ts'
import { commit } from './editing.ts'
import { selectedAnnotation } from './selecting.ts'
import { standingOf } from './standing.ts'

/**
 * What is asked for, found and chosen before all occurrences of a mark’s words are marked. Each change of the question
 * looks anew: in the open article at once, in the workspace with the main process’s help.
 */
export type Occurrences = {
  readonly mark: Annotation
  readonly words: string
  /** What else the mark’s actor is called. */
  readonly otherNames: readonly string[]
  readonly actorName: string | null
  readonly scope: Scope
  readonly hasOtherNames: boolean
  readonly sought: Sought
  /** Null while they are looked for. */
  readonly articles: readonly FoundArticle[] | null
  readonly hasMore: boolean
  readonly unread: number
  readonly chosen: ReadonlySet<FoundOccurrence>
  readonly progress: SearchProgress | null
  /** One sentence on what was done last. */
  readonly said: string | null
}
export type Scope = 'article' | 'workspace'

const store = createStore<{ readonly now: Occurrences | null }>()(() => ({ now: null }))

export const occurrencesNow = (): Occurrences | null => store.getState().now

export const useOccurrences = <T>(select: (now: Occurrences) => T): T | null =>
  useStore(store, ({ now }) => now && select(now))

const update = (change: Partial<Occurrences>): void =>
  store.setState(({ now }) => ({ now: now && { ...now, ...change } }))

/** What was asked for last is what is asked for first the next time. */
let asked: Pick<Occurrences, 'scope' | 'hasOtherNames'> = { scope: 'article', hasOtherNames: false }

const LONGEST = 1_000

/** Opens the preview for the selected mark. */
export function previewOccurrences(): void {
  const { open } = desk.getState()
  const mark = selectedAnnotation(open)
  const problem = whyNot(open, mark)
  if (problem !== null || !open || !mark) {
    say(problem)
    return
  }
  const before = { ...questionFor(mark, wordsOf(open, mark)), ...nothingFound, said: null }
  store.setState({ now: { ...before, sought: soughtOf(before) } })
  showSheet({ kind: 'occurrences' })
  void look()
}

function whyNot(open: OpenArticle | null, mark: Annotation | null): string | null {
  if (!open || !mark) return 'Select a mark first: all other places with its words are then shown.'
  if (open.access.kind === 'read') return open.access.sentence
  if (mark.fragments) return 'This mark is in several pieces, and its words are nowhere else like this.'
  const { length } = wordsOf(open, mark)
  return length === 0 || length > LONGEST ? 'These words are too many to look for.' : null
}

const wordsOf = ({ text }: OpenArticle, { start, end }: Annotation): string =>
  nameFrom(text.slice(start, end))

function questionFor(mark: Annotation, words: string) {
  const { united } = desk.getState().registry
  const actor = mark.actor === undefined ? undefined : united.actors.get(resolvedId(united, mark.actor))
  const otherNames = actor ? namesOf(united, actor.id).filter((name) => name !== words) : []
  return { mark, words, otherNames, actorName: actor?.name ?? null, ...asked }
}

const nothingFound = { articles: null, hasMore: false, unread: 0, chosen: new Set<never>(), progress: null }

function soughtOf({ mark, words, otherNames, hasOtherNames }: Omit<Occurrences, 'sought'>): Sought {
  const forms = [words, ...(hasOtherNames ? otherNames : [])]
  return soughtFor({ mark, forms }, desk.getState().registry.united)
}

/** The preview is gone. */
export function leaveOccurrences(): void {
  latest++
  if (occurrencesNow()?.progress) void bridge.request('occurrences:cancel')
  store.setState({ now: null })
}

export function askFor(question: Partial<typeof asked>): void {
  asked = { ...asked, ...question }
  update(asked)
  askAgain()
}

/** What is `kept` is chosen again, in the place of what is safe. */
function askAgain(kept?: ReadonlySet<string>): void {
  const now = occurrencesNow()
  if (!now) return
  update({ sought: soughtOf(now) })
  void look(kept)
}

let latest = 0

async function look(kept?: ReadonlySet<string>): Promise<void> {
  const now = occurrencesNow()
  const { open } = desk.getState()
  if (!now || !open) return
  const turn = ++latest
  if (now.progress) void bridge.request('occurrences:cancel')
  if (now.scope === 'article') return show(foundHere(open, now.sought), kept)
  update({ ...nothingFound, progress: { done: 0, total: 0 } })
  const unlisten = bridge.listen('occurrences-progress', (progress) => {
    if (turn === latest) update({ progress })
  })
  const found = await bridge.request('occurrences:find', now.sought).finally(unlisten)
  if (turn === latest && found) show(parsed(found), kept)
}

function foundHere(open: OpenArticle, sought: Sought): Found {
  const { article, text, record } = open
  const { boilerplate, metadata } = standingOf(open)
  const found = foundIn(occurrenceFinder(sought), { text, boilerplate, annotations: record.annotations })
  const articles = found.length > 0 ? [{ articleId: article.id, title: metadata.title, found }] : []
  return { articles, hasMore: false, unread: 0 }
}

const parsed = ({ articles, ...rest }: FoundOccurrences): Found => ({
  ...rest,
  articles: JSON.parse(articles) as readonly FoundArticle[],
})

type Found = Pick<Occurrences, 'hasMore' | 'unread'> & { readonly articles: readonly FoundArticle[] }

/** What is safe is chosen, unless the analyst has chosen already. */
function show(found: Found, kept?: ReadonlySet<string>): void {
  const chosen = found.articles.flatMap((article) =>
    article.found.filter((one) => kept?.has(placeOf(article, one)) ?? one.risk === 'safe'),
  )
  update({ ...found, progress: null, chosen: new Set(chosen) })
}

const placeOf = ({ articleId }: FoundArticle, { start }: FoundOccurrence): string => `${articleId} ${start}`

function placesChosen({ articles, chosen }: Occurrences): ReadonlySet<string> {
  const places = (articles ?? []).flatMap((article) =>
    article.found.filter((one) => chosen.has(one)).map((one) => placeOf(article, one)),
  )
  return new Set(places)
}

/** Chooses all of them; or none, where all are chosen already. */
export function toggleOccurrences(some: readonly FoundOccurrence[]): void {
  const chosen = new Set(occurrencesNow()?.chosen)
  const isLeft = some.every((one) => chosen.has(one))
  for (const one of some) {
    if (isLeft) chosen.delete(one)
    else chosen.add(one)
  }
  update({ chosen, said: null })
}

/** From now on these words are marked nowhere of themselves. */
export function neverMark(typed: string): void {
  const words = nameFrom(typed)
  const { skips } = desk.getState().registry.own
  if (words === '') return
  if (keepSkips(sortedNames([...skips, words]), `Never mark “${words}”`))
    update({ said: `“${words}” is left alone from now on.` })
}

/** Words that another annotator has on the list stay on the list. */
export function markAgain(words: string): void {
  const { skips } = desk.getState().registry.own
  const left = skips.filter((one) => one !== words)
  if (left.length === skips.length) update({ said: `Another annotator leaves “${words}” alone.` })
  else if (keepSkips(left, `Mark “${words}” again`)) update({ said: `“${words}” may be marked again.` })
}

function keepSkips(after: readonly string[], name: string): boolean {
  const before = desk.getState().registry.own.skips
  const now = occurrencesNow()
  const isKept = commit({ name, changes: [{ kind: 'skips', before, after }] })
  if (isKept) askAgain(now?.articles ? placesChosen(now) : undefined)
  else update({ said: desk.getState().notice })
  return isKept
}
