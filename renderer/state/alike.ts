import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ArticleText } from '#shared/domain/article.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { AlikePair } from '#shared/ipc/alike.ts'
import { bridge } from '../bridge.ts'
import { openArticle } from './articles.ts'
import { desk, focusPane } from './desk.ts'
import { takeNewer } from './newer-version.ts'

/** Articles that are nearly the same, and what the analyst says of them. */
export type AlikeState = {
  /** All pairs of articles that are on the list, the likest first. */
  readonly pairs: readonly AlikePair[]
  /** Whether those that were told apart are shown as well. */
  readonly showsDecided: boolean
  /** Index into the pairs that are shown, -1 where there are none. */
  readonly chosen: number
  readonly isLooking: boolean
  /** False until it was looked for the first time. */
  readonly isKnown: boolean
  readonly problem: string | null
}

const nothing: AlikeState = {
  pairs: [],
  showsDecided: false,
  chosen: -1,
  isLooking: false,
  isKnown: false,
  problem: null,
}

export const alike = createStore<AlikeState>()(() => nothing)

export const useAlike = <T>(select: (state: AlikeState) => T): T => useStore(alike, select)

export const forgetAlike = (): void => alike.setState(nothing)

export const pairsShown = ({ pairs, showsDecided }: AlikeState): readonly AlikePair[] =>
  showsDecided ? pairs : pairs.filter(({ isDifferent }) => !isDifferent)

export const chosenPair = (state: AlikeState): AlikePair | undefined => pairsShown(state)[state.chosen]

export const choosePair = (chosen: number): void => alike.setState({ chosen })

let latest = 0

/** Looks through the workspace; the second time only at what is new. */
export async function lookForAlike(): Promise<void> {
  const request = ++latest
  alike.setState({ isLooking: true })
  const found = await bridge.request('alike:find')
  if (request !== latest) return
  if (!found.ok) return alike.setState({ isLooking: false, isKnown: true, problem: found.problem.sentence })
  const pairs = (JSON.parse(found.value) as AlikePair[]).filter(isListed).map(inOrder)
  alike.setState({ pairs, isLooking: false, isKnown: true, problem: null })
  keepChosen()
}

/** What has a newer version is no concern any more. */
const isListed = ({ a, b }: AlikePair): boolean =>
  [a, b].every((id) => desk.getState().articles.get(id)?.later === null)

/** The one that was published first is the first, where that is known. */
function inOrder(pair: AlikePair): AlikePair {
  const { articles } = desk.getState()
  const [a, b] = [articles.get(pair.a)?.published, articles.get(pair.b)?.published]
  return a && b && b < a ? { ...pair, a: pair.b, b: pair.a } : pair
}

function keepChosen(): void {
  alike.setState((state) => {
    const count = pairsShown(state).length
    return { chosen: Math.min(Math.max(0, state.chosen), count - 1) }
  })
}

/** How many of these articles are nearly the same as another one. */
export async function alikeAmong(ids: ReadonlySet<string>): Promise<number> {
  await lookForAlike()
  const pairs = alike.getState().pairs.filter(({ isDifferent }) => !isDifferent)
  return new Set(pairs.flatMap(({ a, b }) => [a, b]).filter((id) => ids.has(id))).size
}

export function showDecided(showsDecided: boolean): void {
  alike.setState({ showsDecided })
  keepChosen()
}

/** Says that the chosen two are different articles, or takes that back. */
export async function tellApart(): Promise<void> {
  const pair = chosenPair(alike.getState())
  if (!pair) return
  const isDifferent = !pair.isDifferent
  replacePair(pair, { ...pair, isDifferent })
  await bridge.request('alike:tell-apart', pair.a, pair.b, isDifferent)
}

/** The first becomes the second. */
export function swapPair(): void {
  const pair = chosenPair(alike.getState())
  if (pair) replacePair(pair, { ...pair, a: pair.b, b: pair.a })
}

function replacePair(before: AlikePair, after: AlikePair): void {
  alike.setState(({ pairs }) => ({ pairs: pairs.map((pair) => (pair === before ? after : pair)) }))
  keepChosen()
}

/** Says that the second of the chosen two is the newer version of the first, whose marks it takes over. */
export async function joinPair(): Promise<void> {
  const pair = chosenPair(alike.getState())
  if (pair && (await takeNewer(pair.a, { kind: 'article', id: pair.b }))) await lookForAlike()
}

export async function openOfPair(which: 'a' | 'b'): Promise<void> {
  const pair = chosenPair(alike.getState())
  if (!pair) return
  await openArticle(pair[which])
  focusPane('reader')
}

/** Both texts, to be shown side by side. */
export async function readPair(a: string, b: string): Promise<Result<readonly [ArticleText, ArticleText]>> {
  const one = await bridge.request('article:read', a)
  if (!one.ok) return one
  const other = await bridge.request('article:read', b)
  return other.ok ? ok([one.value, other.value]) : other
}
