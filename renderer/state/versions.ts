import { create } from 'zustand'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { ChangedOutside, Comparison, VersionRow, Waiting } from '#shared/ipc/versions.ts'
import { bridge } from '../bridge.ts'
import { loadArticle, openArticle } from './articles.ts'
import { showCollect } from './collect.ts'
import { desk, type OpenArticle, say } from './desk.ts'

type Versions = {
  /** Articles with a newer version; null until they were asked for. */
  readonly rows: readonly VersionRow[] | null
  /** The open article beside its earlier version. */
  readonly comparison: Comparison | null
  /** The annotation of the earlier version that is looked at. */
  readonly chosen: string | null
  readonly problem: string | null
}

export const versions = create<Versions>(() => ({
  rows: null,
  comparison: null,
  chosen: null,
  problem: null,
}))

/** What of the earlier version has no place in the open article, as of the last edit. */
export function waitingNow(comparison: Comparison | null, open: OpenArticle | null): readonly Waiting[] {
  if (!comparison || open?.article.id !== comparison.laterId) return []
  return comparison.waiting.filter(({ annotation: { id } }) => isWaiting(open.record, id))
}

const isWaiting = ({ annotations, earlier }: AnnotationRecord, id: string): boolean =>
  !annotations.get(id) && !earlier?.dropped.includes(id)

/** The one that is looked at, or the first. */
export const chosenOf = (waiting: readonly Waiting[], chosen: string | null): Waiting | undefined =>
  waiting.find(({ annotation }) => annotation.id === chosen) ?? waiting[0]

export async function listVersions(): Promise<void> {
  const answer = await bridge.request('versions:list')
  versions.setState(
    answer.ok ? { rows: answer.value, problem: null } : { rows: [], problem: answer.problem.sentence },
  )
}

/** Compares the open article with its earlier version, where it has one. */
export async function compareOpen(): Promise<void> {
  const { open } = desk.getState()
  const laterId = open?.record.earlier ? open.article.id : null
  if (laterId === null) return versions.setState({ comparison: null })
  const answer = await bridge.request('versions:compare', laterId)
  if (desk.getState().open?.article.id !== laterId) return
  versions.setState({ comparison: answer.ok ? (JSON.parse(answer.value) as Comparison) : null })
}

/** Opens a newer version behind the view. */
export async function showVersion(laterId: string): Promise<void> {
  versions.setState({ chosen: null })
  await openArticle(laterId)
}

/** Shows the annotations that wait to be placed. */
export const reviewVersions = (): void => showCollect('changed')

/** How the text of an article is not as it was imported; null where it is. */
export const changedOutside = (articleId: string): Promise<ChangedOutside | null> =>
  bridge.request('article:changed-outside', articleId)

/** Puts the text back that annotations were made on. */
export async function putTextBack(articleId: string): Promise<void> {
  const answer = await bridge.request('article:put-back', articleId)
  if (!answer.ok) return say(answer.problem.sentence)
  await loadArticle(articleId)
  say('The old text is back.')
}

/** Keeps the comparison that of the article in the reader. */
export function keepCompared(): () => void {
  void compareOpen()
  return desk.subscribe(({ open }, before) => {
    const isOther = open?.article.id !== before.open?.article.id
    if (isOther || open?.record.earlier?.article !== before.open?.record.earlier?.article) void compareOpen()
  })
}
