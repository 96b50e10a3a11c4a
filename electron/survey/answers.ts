import type { HintKind } from '#shared/domain/hint.ts'
import {
  MOST_ROWS,
  type SurveyAnswer,
  type SurveyCount,
  type SurveyQuery,
  type SurveyRow,
} from '#shared/ipc/survey.ts'
import type { Breath } from './breath.ts'
import type { Sighting, SurveyedArticle } from './surveyed-article.ts'

/** What makes a sighting an answer: once for each time that it is one. */
type Answering = Pick<SurveyRow, 'actor' | 'detail' | 'sentence'>
type Asked = (sighting: Sighting) => readonly Answering[]

/** The rows of an answer. */
export async function answerTo(
  query: SurveyQuery,
  articles: readonly SurveyedArticle[],
  breath: Breath,
): Promise<SurveyAnswer> {
  const asked = askedBy(query)
  const rows: SurveyRow[] = []
  let total = 0
  for (const article of articles) {
    await breath.ifDue()
    for (const sighting of article.sightings) {
      const answering = asked(sighting)
      total += answering.length
      if (rows.length < MOST_ROWS) rows.push(...answering.map((one) => rowOf(article, sighting, one)))
    }
  }
  return { rows: rows.slice(0, MOST_ROWS), total }
}

function rowOf(
  { id: articleId, title }: SurveyedArticle,
  sighting: Sighting,
  answering: Answering,
): SurveyRow {
  const { id, label, start, end, quote, before, after } = sighting
  return { articleId, title, id, label, start, end, quote, before, after, ...answering }
}

function askedBy(query: SurveyQuery): Asked {
  switch (query.kind) {
    case 'unsure':
      return ({ isUnsure, actor, note }) => (isUnsure ? [{ actor, detail: note, sentence: null }] : [])
    case 'hints':
      return hintsOf(query.only)
    case 'mentions':
      return mentionsOf(query.actors)
    case 'acts':
      return actsOf(new Set(query.actors))
  }
}

const hintsOf =
  (only: HintKind | undefined): Asked =>
  ({ hints, actor }) =>
    hints.flatMap(({ kind, sentence }) =>
      only === undefined || kind === only ? [{ actor, detail: kind, sentence }] : [],
    )

function mentionsOf(actors: readonly string[] | null): Asked {
  const wanted = new Set(actors ?? [])
  return ({ isMention, actor, note }) => {
    const isAsked = actor === null ? actors === null : wanted.has(actor)
    return isMention && isAsked ? [{ actor, detail: note, sentence: null }] : []
  }
}

function actsOf(wanted: ReadonlySet<string>): Asked {
  return ({ parts }) => {
    const found = new Map<string, Answering>()
    for (const { role, actor } of parts)
      if (wanted.has(actor) && !found.has(role)) found.set(role, { actor, detail: role, sentence: null })
    return [...found.values()]
  }
}

/** How much there is of what can be asked for, `merged` actors counted as those that they are now. */
export async function countOf(
  articles: readonly SurveyedArticle[],
  merged: ReadonlyMap<string, string>,
  breath: Breath,
): Promise<SurveyCount> {
  const count = new Count(merged)
  for (const { sightings } of articles) {
    await breath.ifDue()
    for (const sighting of sightings) count.add(sighting)
  }
  return count.told
}

class Count {
  readonly #merged: ReadonlyMap<string, string>
  readonly #actors = new Map<string, { mentions: number; acts: number }>()
  readonly #hints = new Map<HintKind, number>()
  #unlinked = 0
  #unsure = 0

  constructor(merged: ReadonlyMap<string, string>) {
    this.#merged = merged
  }

  add({ isMention, isUnsure, actor, parts, hints }: Sighting): void {
    if (isUnsure) this.#unsure++
    if (isMention && actor === null) this.#unlinked++
    if (isMention && actor !== null) this.#of(this.#now(actor)).mentions++
    for (const one of new Set(parts.map((part) => this.#now(part.actor)))) this.#of(one).acts++
    for (const { kind } of hints) this.#hints.set(kind, (this.#hints.get(kind) ?? 0) + 1)
  }

  get told(): SurveyCount {
    const [actors, hints] = [Object.fromEntries(this.#actors), Object.fromEntries(this.#hints)]
    return { actors, hints, unlinked: this.#unlinked, unsure: this.#unsure }
  }

  #now(actor: string): string {
    return this.#merged.get(actor) ?? actor
  }

  #of(actor: string) {
    const known = this.#actors.get(actor) ?? { mentions: 0, acts: 0 }
    this.#actors.set(actor, known)
    return known
  }
}
