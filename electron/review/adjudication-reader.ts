import { articleIds } from '#electron/library/articles.ts'
import { mapAhead } from '#electron/library/at-once.ts'
import { listAnnotators, shelfOf } from '#electron/library/catalogue.ts'
import { stampOfFiles } from '#electron/library/file-stamp.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Breath } from '#electron/survey/breath.ts'
import { GOLD } from '#shared/domain/review.ts'
import { REGISTRY_NAME } from '#shared/format/actors-file.ts'
import { REVIEWS_FOLDER } from '#shared/format/reviews-file.ts'
import type { AdjudicatedArticle } from '#shared/ipc/adjudication.ts'
import type { ActorMeant } from '#shared/review/codings.ts'
import { readActorMeant } from './actor-meant.ts'
import { adjudicatedArticle } from './adjudication.ts'
import { type CodingsReading, readCodings, shelvesOf } from './codings.ts'

/** What was counted of an article; null where there is nothing to adjudicate in it. */
type Counted = { readonly stamp: string; readonly article: AdjudicatedArticle | null }

type Reading = CodingsReading & { readonly actorMeant: ActorMeant }

const AT_ONCE = 8

/**
 * How far the adjudication of all articles is. Whoever asks again pays for looking at the files' stamps, and for aligning
 * the marks of those articles whose files are others than they were.
 */
export class AdjudicationReader {
  readonly #workspace: Workspace
  #counted: ReadonlyMap<string, Counted> = new Map()
  /** What the counts of all articles hang on. */
  #base = ''
  #turn: Promise<unknown> = Promise.resolve()

  constructor(workspace: Workspace) {
    this.#workspace = lookedAt(workspace)
  }

  /** The articles that two or more of these annotators have opened, by id. Throws system errors. */
  read(annotators: readonly string[]): Promise<readonly AdjudicatedArticle[]> {
    const read = this.#turn.then(() => this.#read(annotators))
    this.#turn = read.catch(() => undefined)
    return read
  }

  async #read(annotators: readonly string[]): Promise<readonly AdjudicatedArticle[]> {
    const workspace = this.#workspace
    const all = await articleIds(workspace)
    const before = (await this.#isBaseKept([...annotators, '', ...all])) ? this.#counted : new Map()
    const [{ actorMeant }, ...shelves] = await Promise.all([
      readActorMeant(workspace),
      ...annotators.map((name) => shelfOf(workspace, name)),
    ])
    const reading = { workspace, shelves, known: new Set(all), fewest: 2, actorMeant }
    const ids = all.filter((id) => shelvesOf(id, shelves).length >= reading.fewest)
    const now = new Map<string, Counted>()
    const breath = new Breath()
    const look = async (id: string) => ({ id, counted: await this.#look(id, reading, before.get(id)) })
    for await (const { id, counted } of mapAhead(ids, AT_ONCE, look)) {
      now.set(id, counted)
      await breath.ifDue()
    }
    this.#counted = now
    return [...now.values()].flatMap(({ article }) => article ?? [])
  }

  /** True where whose marks are compared, which articles there are, and whom actors mean is as it was. */
  async #isBaseKept(compared: readonly string[]): Promise<boolean> {
    const { root } = this.#workspace
    // The first decision makes gold's folder, and is about one article.
    const names = [...new Set([...(await listAnnotators(this.#workspace)), GOLD])]
    const stamp = await stampOfFiles(
      root,
      names.map((name) => `annotators/${name}/${REGISTRY_NAME}`),
    )
    const base = JSON.stringify([stamp, names, compared])
    const isKept = stamp !== '' && base === this.#base
    this.#base = base
    return isKept
  }

  async #look(id: string, reading: Reading, before: Counted | undefined): Promise<Counted> {
    const stamp = await stampOfFiles(this.#workspace.root, [
      ...['json', 'txt'].map((ending) => `articles/${id}.${ending}`),
      ...shelvesOf(id, reading.shelves).map(({ annotator }) => `annotators/${annotator}/${id}.json`),
      ...['', `${REVIEWS_FOLDER}/`].map((folder) => `annotators/${GOLD}/${folder}${id}.json`),
    ])
    if (before && stamp !== '' && before.stamp === stamp) return before
    const { codings } = await readCodings(id, reading)
    return {
      stamp,
      article: codings && (await adjudicatedArticle(this.#workspace, codings, reading.actorMeant)),
    }
  }
}
