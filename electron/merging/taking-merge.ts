import { namedAnnotator } from '#electron/brought/named-annotator.ts'
import { addArticle } from '#electron/library/add-article.ts'
import type { ArticleEdit } from '#electron/library/bulk-file.ts'
import { assertKeepable } from '#electron/library/keepable.ts'
import { readOriginal } from '#electron/library/original.ts'
import { UNSAVED } from '#electron/library/unsaved.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Change, Edit } from '#shared/domain/edit.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { WorkProgress } from '#shared/ipc/exchange.ts'
import type { MergeChoices, MergeReport } from '#shared/ipc/merging.ts'
import { addedScheme } from './added-scheme.ts'
import { articlesThere } from './articles-there.ts'
import { changesBesides, changesOf, teamChanges } from './changes-between.ts'
import type { Colleague } from './colleague.ts'
import { marksIn } from './marks-in.ts'
import { annotatorsThere, type MergedArticle, Merging, type SaidOfArticle } from './merging.ts'
import { isTooLarge } from './too-large.ts'

export type MergeParts = {
  readonly workspace: Workspace
  /** True once all edits are on the disk: the plan is made of what the files say. */
  readonly flush: () => Promise<boolean>
  /** Edits documents of several annotators as one step. */
  readonly make: (edit: Edit, plan: AsyncIterable<ArticleEdit>) => Promise<Result<BulkReport>>
  readonly onProgress: (progress: WorkProgress) => void
}

const NAME = 'Merge'
const STAY = 'New articles that were added before that stay.'

/**
 * Merges what was chosen of a colleague's work, as one step of the history. Articles that are new are added before, and stay
 * when the step is undone. Whatever is here already is found there, so that the same can be merged any number of times.
 */
export async function takeMerge(
  colleague: Colleague,
  choices: MergeChoices,
  parts: MergeParts,
): Promise<Result<MergeReport>> {
  const { access } = parts.workspace
  if (access.kind === 'read') return failed(access.sentence)
  const as = await namesHere(colleague, choices, parts.workspace)
  if (!as.ok) return as
  if (!(await parts.flush())) return failed(UNSAVED)
  const articles = await articlesThere(colleague, parts.workspace)
  const merging = new Merging(colleague, parts.workspace, as.value, articles)
  return new Taking(merging, colleague, parts).run()
}

async function namesHere(
  colleague: Colleague,
  { names }: MergeChoices,
  workspace: Workspace,
): Promise<Result<ReadonlyMap<string, string>>> {
  const as = new Map<string, string>()
  const there = await annotatorsThere(colleague)
  const strange = Object.keys(names).find((name) => !there.includes(name))
  if (strange !== undefined) return failed(`“${colleague.name}” has no annotator “${strange}”.`)
  for (const name of there) {
    const typed = Object.hasOwn(names, name) ? names[name] : undefined
    if (typed === undefined) continue
    const named = await namedAnnotator(workspace, typed)
    if (!named.ok) return named
    const twin = [...as.values()].some((one) => one.toLowerCase() === named.value.toLowerCase())
    if (twin)
      return failed(`Two annotators cannot both become “${named.value}”; please give one another name.`)
    as.set(name, named.value)
  }
  return ok(as)
}

class Taking {
  readonly #merging: Merging
  readonly #colleague: Colleague
  readonly #parts: MergeParts
  readonly #tally = { newArticles: 0, annotations: 0, changed: 0, actors: 0, differing: 0 }

  constructor(merging: Merging, colleague: Colleague, parts: MergeParts) {
    this.#merging = merging
    this.#colleague = colleague
    this.#parts = parts
  }

  async run(): Promise<Result<MergeReport>> {
    const made = await this.#parts.make({ name: NAME, changes: [] }, this.#plan())
    if (!made.ok) return this.#tally.newArticles > 0 ? failed(`${made.problem.sentence} ${STAY}`) : made
    const { articles, left } = made.value
    const { refused } = this.#merging
    for (const what of left) refused.add(what, 'It has changed meanwhile, and was left as it is.')
    return ok({ ...this.#tally, articles, refused: refused.all })
  }

  async *#plan(): AsyncGenerator<ArticleEdit> {
    const scheme = this.#schemeChanges()
    if (scheme.length > 0) yield { articleId: null, edit: { name: NAME, changes: scheme } }
    yield* this.#besides()
    let done = 0
    for await (const article of this.#merging.saidOfArticles()) {
      yield* this.#editsOf(article)
      this.#parts.onProgress({ done: ++done, total: this.#merging.articles.length })
    }
    const team = await this.#merging.team()
    const shared = teamChanges(team)
    if (shared.length > 0) yield { articleId: null, edit: { name: NAME, changes: shared } }
  }

  #schemeChanges(): readonly Change[] {
    const before = this.#parts.workspace.manifest.scheme
    const { scheme: after } = addedScheme(before, this.#colleague.workspace.manifest.scheme)
    return after === before ? [] : [{ kind: 'scheme', before, after }]
  }

  async *#besides(): AsyncGenerator<ArticleEdit> {
    for await (const { as, registry, cleaning } of this.#merging.saidBesides()) {
      const changes = changesBesides({ registry, cleaning })
      this.#tally.actors += changes.filter(
        (change) => change.kind === 'actor' && change.before === null,
      ).length
      if (changes.length > 0) yield { articleId: null, annotator: as, edit: { name: NAME, changes } }
    }
  }

  async *#editsOf({ there, source, said }: MergedArticle): AsyncGenerator<ArticleEdit> {
    const articleId = there.isHere ? there.idHere : await this.#added(source)
    if (articleId === null) return
    for (const one of said) {
      const changes = changesOf(one)
      if (changes.length === 0 || !this.#isKeepable(one, changes, source)) continue
      this.#count(one)
      yield { articleId, annotator: one.as, edit: { name: NAME, changes } }
    }
  }

  /** What could be read may say what no file of ours may. */
  #isKeepable({ name }: SaidOfArticle, changes: readonly Change[], { article, text }: ArticleText): boolean {
    try {
      assertKeepable({ name: NAME, changes }, text)
      return true
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#merging.refused.add(`annotators/${name}/${article.id}.json`, `${error.message}.`)
      return false
    }
  }

  #count({ record }: SaidOfArticle): void {
    if (!record) return
    const { added, changed, differing } = marksIn(record)
    this.#tally.annotations += added
    this.#tally.changed += changed
    this.#tally.differing += differing
  }

  /** The id of the article, with what it was made from. */
  async #added({ article, text }: ArticleText): Promise<string | null> {
    const { metadata, evidence, boilerplate, provenance } = article
    const original = await this.#originalOf(article.id, provenance.original)
    const draft = { metadata, evidence, boilerplate, text, original }
    const kept = { ...provenance, original: original && provenance.original }
    const added = await addArticle(this.#parts.workspace, { ...draft, provenance: kept })
    if (added.kind === 'imported') this.#tally.newArticles++
    if (added.kind !== 'failed') return added.id
    this.#merging.refused.add(`articles/${article.id}.json`, added.sentence)
    return null
  }

  async #originalOf(id: string, ending: string | null): Promise<Uint8Array | null> {
    if (ending === null) return null
    const { workspace } = this.#colleague
    const isLarge = await isTooLarge(workspace.root, `sources/${id}.${ending}`)
    const read = isLarge ? failed('It is too large.') : await readOriginal(workspace, id, ending)
    if (read.ok) return read.value
    this.#merging.refused.add(`sources/${id}.${ending}`, read.problem.sentence)
    return null
  }
}
