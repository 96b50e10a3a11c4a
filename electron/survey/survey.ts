import { compareByTitle } from '#shared/domain/article.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { UnitedCleaning } from '#shared/domain/united-cleaning.ts'
import type { SurveyAnswer, SurveyCount, SurveyQuery } from '#shared/ipc/survey.ts'
import { articleIds, readArticle } from '../library/articles.ts'
import { mapAtOnce } from '../library/at-once.ts'
import { stampOfFiles } from '../library/file-stamp.ts'
import { filesIn } from '../library/folder.ts'
import { readRecord } from '../library/records.ts'
import type { Workspace } from '../library/workspace.ts'
import type { WorkspaceStore } from '../library/workspace-store.ts'
import { answerTo, countOf } from './answers.ts'
import { Breath } from './breath.ts'
import { keepSurvey, readKept } from './kept-survey.ts'
import { type SurveyedArticle, surveyArticle } from './surveyed-article.ts'

export type SurveyParts = {
  /** As it is now. */
  readonly workspace: () => Workspace
  readonly annotator: string
  readonly store: Pick<WorkspaceStore, 'openIds' | 'openRecord'>
  /** Ids of all actors that somebody has registered. */
  readonly actorIds: () => Promise<ReadonlySet<string>>
  /** The rules that articles are read with. */
  readonly cleaning: () => Promise<UnitedCleaning>
}

type Kept = {
  readonly article: SurveyedArticle
  readonly scheme: Scheme
  /** What it was made of: an open record itself, of others what tells that the file is another one. */
  readonly from: AnnotationRecord | string
}

type Look = {
  readonly workspace: Workspace
  readonly actorIds: ReadonlySet<string>
  readonly cleaning: UnitedCleaning
  readonly breath: Breath
}

const AT_ONCE = 16
/** Of how many annotations what was found is kept from one question to the next. */
const MOST_KEPT = 500_000

/**
 * Questions to all that one annotator has said in a workspace. What an article says is kept as long as its file is the
 * same, so that the second question costs a look at each file and no reading; of a record that is open for editing it is
 * what it holds now. Articles that cannot be read say nothing: opening them says why.
 */
export class Survey {
  readonly #parts: SurveyParts
  /** Null until the first question. */
  #kept: ReadonlyMap<string, Kept> | null = null
  #hasNews = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: SurveyParts) {
    this.#parts = parts
  }

  /** Throws system errors, as `count` does. */
  ask(query: SurveyQuery): Promise<SurveyAnswer> {
    return this.#inTurn(async (breath) => answerTo(query, await this.#articles(breath), breath))
  }

  /** `merged`: by ids of actors, those of the actors that they are counted as. */
  count(merged: ReadonlyMap<string, string> = new Map()): Promise<SurveyCount> {
    return this.#inTurn(async (breath) => countOf(await this.#articles(breath), merged, breath))
  }

  /** Keeps what was found for the next start. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      const { workspace: asNow, annotator } = this.#parts
      const workspace = asNow()
      if (!this.#hasNews || !this.#kept || workspace.access.kind === 'read') return
      const stamped = [...this.#kept.values()].flatMap(({ article, scheme, from }) =>
        typeof from === 'string' && from !== '' && scheme === workspace.manifest.scheme
          ? [{ article, stamp: from }]
          : [],
      )
      await keepSurvey(workspace, annotator, stamped)
    })
  }

  #inTurn<T>(work: (breath: Breath) => Promise<T>): Promise<T> {
    const result = this.#turn.then(() => work(new Breath()))
    this.#turn = result.catch(() => undefined)
    return result
  }

  /** By title, as the articles list is; of an article in several versions, the newest. */
  async #articles(breath: Breath): Promise<readonly SurveyedArticle[]> {
    const [actorIds, cleaning] = await Promise.all([this.#parts.actorIds(), this.#parts.cleaning()])
    const look = { workspace: this.#parts.workspace(), actorIds, cleaning, breath }
    this.#kept ??= await this.#keptBefore(look)
    const ids = await this.#ids(look.workspace)
    const kept = (await mapAtOnce(ids, AT_ONCE, (id) => this.#lookAt(id, look))).filter((one) => one !== null)
    this.#kept = mostOf(kept)
    const known = new Set(ids)
    const last = kept.filter(({ article: { later } }) => later === null || !known.has(later))
    return last.map(({ article }) => article).sort(compareByTitle)
  }

  async #keptBefore({ workspace, breath }: Look): Promise<ReadonlyMap<string, Kept>> {
    const { scheme } = workspace.manifest
    const found = await readKept(workspace, this.#parts.annotator, breath)
    return new Map(found.map(({ article, stamp }) => [article.id, { article, scheme, from: stamp }]))
  }

  /** Of the articles that are there, those that something may have been said of. */
  async #ids(workspace: Workspace): Promise<readonly string[]> {
    const { annotator, store } = this.#parts
    const [all, names] = await Promise.all([
      articleIds(workspace),
      filesIn(workspace.root, 'annotators', annotator),
    ])
    const said = new Set([...names, ...store.openIds.map((id) => `${id}.json`)])
    return all.filter((id) => said.has(`${id}.json`))
  }

  async #lookAt(id: string, look: Look): Promise<Kept | null> {
    const record = this.#parts.store.openRecord(id)
    const name = `annotators/${this.#parts.annotator}/${id}.json`
    const from = record ?? (await stampOfFiles(look.workspace.root, [name]))
    const before = this.#kept?.get(id)
    return before && before.from === from && isStill(before, look) ? before : this.#read(id, from, look)
  }

  async #read(id: string, from: Kept['from'], look: Look): Promise<Kept | null> {
    this.#hasNews = true
    const { workspace, actorIds, cleaning, breath } = look
    const source = await readArticle(workspace, id)
    if (!source.ok) return null
    const { scheme } = workspace.manifest
    const record = typeof from === 'string' ? await this.#closed(workspace, source.value) : from
    if (!record) return null
    const reading = {
      source: source.value,
      record,
      scheme,
      knowsActor: (actor: string) => actorIds.has(actor),
      cleaning,
    }
    return { article: await surveyArticle(reading, breath), scheme, from }
  }

  /** Nobody may change what is only looked at: damage is not even copied aside. */
  async #closed(
    workspace: Workspace,
    source: Parameters<typeof readRecord>[2],
  ): Promise<AnnotationRecord | null> {
    const access = { kind: 'read', sentence: 'It is only looked at.' } as const
    const read = await readRecord({ ...workspace, access }, this.#parts.annotator, source)
    return read.kind === 'ok' ? read.document : null
  }
}

/** Whether what was kept of an article holds still: there is a stamp, and scheme, actors and rules are those of then. */
function isStill({ article, scheme, from }: Kept, { workspace, actorIds, cleaning }: Look): boolean {
  if (from === '' || scheme !== workspace.manifest.scheme) return false
  if (cleaning.stampFor(article.cleaned.source) !== article.cleaned.stamp) return false
  return article.named.every((id) => actorIds.has(id) !== article.unknown.has(id))
}

function mostOf(kept: readonly Kept[]): ReadonlyMap<string, Kept> {
  let size = 0
  const most = kept.filter(({ article }) => {
    size += article.sightings.length
    return size <= MOST_KEPT
  })
  return new Map(most.map((one) => [one.article.id, one]))
}
