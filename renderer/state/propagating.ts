import type { ChosenArticle } from '#shared/domain/found-occurrences.ts'
import type { Sought } from '#shared/domain/occurrences.ts'
import { propagation, propagationName } from '#shared/domain/propagation.ts'
import { bridge } from '../bridge.ts'
import { inBulk } from './bulk.ts'
import { desk, type OpenArticle, say, showSheet } from './desk.ts'
import { commit } from './editing.ts'
import { type Occurrences, occurrencesNow } from './occurrences.ts'

/** Marks what is chosen: in the open article at once, as any edit; in several as one step that covers them all. */
export async function markChosen(): Promise<void> {
  const now = occurrencesNow()
  if (!now?.articles) return
  const all = now.articles.reduce((sum, { found }) => sum + found.length, 0)
  const chosen = chosenIn(now)
  const { open } = desk.getState()
  showSheet(null)
  const isHere = chosen.every(({ articleId }) => articleId === open?.article.id)
  if (chosen.length === 0) say('Nothing was chosen, so nothing was marked.')
  else if (open && isHere) markHere(open, now, all)
  else await markEverywhere(now.sought, chosen, all)
}

function chosenIn({ articles, chosen }: Occurrences): readonly ChosenArticle[] {
  return (articles ?? []).flatMap(({ articleId, found }) => {
    const starts = found.filter((one) => chosen.has(one)).map(({ start }) => start)
    return starts.length > 0 ? [{ articleId, starts }] : []
  })
}

function markHere({ record }: OpenArticle, { sought, chosen }: Occurrences, all: number): void {
  const making = { now: new Date().toISOString(), newId: () => crypto.randomUUID() }
  const changes = propagation(record, [...chosen], sought, making)
  if (commit({ name: propagationName(sought), changes })) say(sentence(chosen.size, 1, all))
}

async function markEverywhere(sought: Sought, chosen: readonly ChosenArticle[], all: number): Promise<void> {
  const done = await inBulk(propagationName(sought), () => bridge.request('occurrences:mark', sought, chosen))
  if (!done.ok) return say(done.problem.sentence)
  say(sentence(done.value.annotations, done.value.articles, all))
}

/** Left alone is what was shown and is not marked: unchosen, or other than it was meanwhile. */
function sentence(marked: number, articles: number, all: number): string {
  const where = articles === 1 ? '1 article' : `${articles.toLocaleString('en')} articles`
  return `${marked.toLocaleString('en')} marked in ${where}; ${(all - marked).toLocaleString('en')} left alone.`
}
