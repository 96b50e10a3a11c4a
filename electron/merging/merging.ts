import { readArticle } from '#electron/library/articles.ts'
import { cleaningFile } from '#electron/library/cleanings.ts'
import { filesIn, foldersIn } from '#electron/library/folder.ts'
import { isArticleId } from '#electron/library/ids.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { recordFile } from '#electron/library/records.ts'
import { registryFile } from '#electron/library/registries.ts'
import { reviewFile } from '#electron/library/reviews.ts'
import { teamFile } from '#electron/library/team-document.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Cleaning } from '#shared/domain/cleaning-rule.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Registry } from '#shared/domain/registry.ts'
import type { Review } from '#shared/domain/review.ts'
import type { Team } from '#shared/domain/team.ts'
import { REVIEWS_FOLDER } from '#shared/format/reviews-file.ts'
import type { ArticleThere } from './articles-there.ts'
import type { Colleague } from './colleague.ts'
import { type NamesHere, recordHere, reviewHere, teamHere } from './named-here.ts'
import { type Pair, paired } from './paired.ts'
import type { RefusedFiles } from './refused-files.ts'
import { isAnnotators } from './strange-files.ts'
import { unitedCleaning, unitedRegistry, unitedReview, unitedTeam } from './united-parts.ts'
import { unitedRecord } from './united-record.ts'

/** What one annotator says of an article, there and here. */
export type SaidOfArticle = {
  /** Who that is there, and who here. */
  readonly name: string
  readonly as: string
  readonly record: Pair<AnnotationRecord> | null
  readonly review: Pair<Review> | null
}

export type MergedArticle = {
  readonly there: ArticleThere
  readonly source: ArticleText
  readonly said: readonly SaidOfArticle[]
}

/** What one annotator says besides. */
export type SaidBesides = {
  readonly name: string
  readonly as: string
  readonly registry: Pair<Registry> | null
  readonly cleaning: Pair<Cleaning> | null
}

/** The names of an annotator's files. */
type Shelf = { readonly records: ReadonlySet<string>; readonly reviews: ReadonlySet<string> }

/**
 * A colleague's work beside ours, one article after the other, and what becomes of both. Nothing is written here; the same
 * is read for what is shown before a merge and for the merge itself.
 */
export class Merging {
  readonly articles: readonly ArticleThere[]
  readonly refused: RefusedFiles
  readonly #theirs: Workspace
  readonly #ours: Workspace
  /** By the name there. */
  readonly #as: ReadonlyMap<string, string>
  readonly #names: NamesHere

  /** @param as what each annotator that is merged is called here, by the name there. */
  constructor(
    { workspace, refused }: Colleague,
    ours: Workspace,
    as: ReadonlyMap<string, string>,
    articles: readonly ArticleThere[],
  ) {
    this.#theirs = workspace
    this.refused = refused
    this.#ours = lookedAt(ours)
    this.#as = as
    this.articles = articles
    const idsHere = new Map(articles.map(({ id, idHere }) => [id, idHere]))
    this.#names = {
      annotator: (name) => as.get(name) ?? name,
      article: (id) => idsHere.get(id) ?? id,
    }
  }

  /** What is said of each article that can be read; those that nobody has said anything of are among them. */
  async *saidOfArticles(): AsyncGenerator<MergedArticle> {
    const shelves = await this.#shelves()
    for (const there of this.articles) {
      const source = await readArticle(this.#theirs, there.id)
      if (source.ok)
        yield { there, source: source.value, said: await this.#saidOf(there, source.value, shelves) }
      else this.refused.add(`articles/${there.id}.txt`, source.problem.sentence)
    }
  }

  async *saidBesides(): AsyncGenerator<SaidBesides> {
    const [theirs, ours] = [this.#theirs, this.#ours]
    for (const [name, as] of this.#as) {
      const whole = <D>(unite: (a: D, b: D) => D) => ({ here: (document: D) => document, unite })
      yield {
        name,
        as,
        registry: await paired(
          registryFile(theirs, name),
          registryFile(ours, as),
          whole(unitedRegistry),
          this.refused,
        ),
        cleaning: await paired(
          cleaningFile(theirs, name),
          cleaningFile(ours, as),
          whole(unitedCleaning),
          this.refused,
        ),
      }
    }
  }

  /** Who shall do what, of the articles and annotators that are merged. */
  team(): Promise<Pair<Team> | null> {
    const known = new Set(this.articles.map(({ id }) => id))
    const here = (team: Team) => teamHere(this.#chosen(team), this.#names, (id) => known.has(id))
    const united = { here, unite: unitedTeam }
    return paired(teamFile(this.#theirs), teamFile(this.#ours), united, this.refused)
  }

  #chosen({ sight, assignments }: Team): Team {
    const chosen = Array.from(
      assignments,
      ([id, names]) => [id, names.filter((name) => this.#as.has(name))] as const,
    )
    return { sight, assignments: new Map(chosen.filter(([, names]) => names.length > 0)) }
  }

  async #saidOf(
    there: ArticleThere,
    source: ArticleText,
    shelves: ReadonlyMap<string, Shelf>,
  ): Promise<readonly SaidOfArticle[]> {
    const file = `${there.id}.json`
    const article = { ...source.article, id: there.idHere }
    const here = there.isHere ? { ...source, article } : null
    const said: SaidOfArticle[] = []
    for (const [name, as] of this.#as) {
      const shelf = shelves.get(name)
      const record = shelf?.records.has(file) ? await this.#record(source, here, name, as) : null
      const review = shelf?.reviews.has(file) ? await this.#review(source, here, name, as) : null
      if (record || review) said.push({ name, as, record, review })
    }
    return said
  }

  #record(source: ArticleText, here: ArticleText | null, name: string, as: string) {
    const uniting = {
      here: (record: AnnotationRecord) => recordHere(record, this.#names),
      unite: unitedRecord,
    }
    const ours = here && recordFile(this.#ours, as, here)
    return paired(recordFile(this.#theirs, name, source), ours, uniting, this.refused)
  }

  #review(source: ArticleText, here: ArticleText | null, name: string, as: string) {
    const uniting = { here: (review: Review) => reviewHere(review, this.#names), unite: unitedReview }
    const ours = here && reviewFile(this.#ours, as, here)
    return paired(reviewFile(this.#theirs, name, source), ours, uniting, this.refused)
  }

  async #shelves(): Promise<ReadonlyMap<string, Shelf>> {
    const known = new Set(this.articles.map(({ id }) => `${id}.json`))
    const shelves = new Map<string, Shelf>()
    for (const name of this.#as.keys()) {
      const records = await filesIn(this.#theirs.root, 'annotators', name)
      const reviews = await filesIn(this.#theirs.root, 'annotators', name, REVIEWS_FOLDER)
      this.#refuseOrphans(`annotators/${name}`, records, known)
      shelves.set(name, { records: new Set(records), reviews: new Set(reviews) })
    }
    return shelves
  }

  /** What is said of articles that are not among theirs stands in no text. */
  #refuseOrphans(folder: string, files: readonly string[], known: ReadonlySet<string>): void {
    for (const file of files)
      if (isArticles(file) && !known.has(file) && !BESIDES.has(file))
        this.refused.add(`${folder}/${file}`, 'Its article is not there, or was refused.')
  }
}

const isArticles = (file: string): boolean => file.endsWith('.json') && isArticleId(file.slice(0, -5))
const BESIDES = new Set(['actors.json', 'cleaning.json'])

/** Who has work in a colleague's workspace, as the folders are called: a Mac may have written them in another form. */
export async function annotatorsThere({
  workspace,
}: Pick<Colleague, 'workspace'>): Promise<readonly string[]> {
  const folders = await foldersIn(workspace.root, 'annotators')
  return folders.filter(isAnnotators)
}
