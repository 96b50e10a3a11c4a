import { ArticleIndex, SHORT_HASH } from '#electron/library/article-index.ts'
import { readArticle } from '#electron/library/articles.ts'
import { sha256 } from '#electron/library/hash.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { isAlike, likenessOf, shinglesOf } from '#shared/domain/near-duplicates.ts'
import type { ReadArticle } from '#shared/format/interchange/adapter.ts'
import { loosePlaces } from '#shared/format/interchange/loose-text.ts'
import { type WorkspaceTexts, workspaceTexts } from './workspace-texts.ts'

/** The article that a file is about, and how it was found; or what the file's text is otherwise. */
export type Found =
  | { readonly kind: 'hash' | 'text' | 'words' | 'reanchored'; readonly source: ArticleText }
  | { readonly kind: 'new'; readonly text: string }
  | { readonly kind: 'none'; readonly reason: string }

/** Without an id or a title that says so, texts are the same article's only if they have so much in common. */
const LIKE_ENOUGH = 0.7

/**
 * Finds the articles that files are about: by the hash of the text, by its characters, by its characters but for white
 * space, and at last the likeliest of those whose text is much the same. What names there are, ids and titles, say where to
 * look; only texts decide.
 */
export class ArticleFinder {
  readonly #workspace: Workspace
  readonly #signal: AbortSignal
  readonly #index: ArticleIndex
  #texts: Promise<WorkspaceTexts> | null = null

  constructor(workspace: Workspace, signal: AbortSignal) {
    this.#workspace = workspace
    this.#signal = signal
    this.#index = new ArticleIndex(workspace)
  }

  async find(read: ReadArticle): Promise<Found> {
    const { article, text, annotations } = read
    if (text === null) return this.#withoutText(article, annotations)
    const hash = sha256(text)
    const same = await this.#withHash(hash)
    if (same?.text === text) return { kind: article.sha256 === hash ? 'hash' : 'text', source: same }
    const named = await this.#named(article)
    const loose =
      (await this.#inWords(text, named)) ?? (await this.#inWords(text, await this.#withWords(text)))
    if (loose) return { kind: 'words', source: loose }
    const likeliest = await this.#likeliest(text, [...named, ...(await this.#titled(article.title))])
    if (likeliest) return { kind: 'reanchored', source: likeliest }
    const reason = newTextFault(read, text, hash)
    return reason === null ? { kind: 'new', text } : { kind: 'none', reason }
  }

  /** Then the file's offsets are the article's, and every annotation has to quote its words. */
  async #withoutText(
    { sha256: claimed, id }: ReadArticle['article'],
    annotations: ReadArticle['annotations'],
  ): Promise<Found> {
    const source = claimed === undefined ? null : await this.#withHash(claimed)
    if (source) return { kind: 'hash', source }
    const none = { kind: 'none', reason: 'It has no text, and is about no text of this workspace.' } as const
    // An id ends in a part of the text's hash: with words that stand where they should, that is enough.
    const areQuoted = annotations.length > 0 && annotations.every(({ text }) => text !== undefined)
    const named = areQuoted && claimed === undefined && id !== undefined ? await this.#withId(id) : null
    return named ? { kind: 'text', source: named } : none
  }

  async #withHash(hash: string): Promise<ArticleText | null> {
    for (const id of await this.#index.withHash(hash.slice(0, SHORT_HASH))) {
      const source = await this.#withId(id)
      if (source?.article.sha256 === hash) return source
    }
    return null
  }

  async #withId(id: string): Promise<ArticleText | null> {
    const read = await readArticle(this.#workspace, id)
    return read.ok ? read.value : null
  }

  /** The articles that the file names by their hash or their id. */
  async #named(article: ReadArticle['article']): Promise<readonly ArticleText[]> {
    const hashes = [article.sha256, article.fullSha256].filter((one) => one !== undefined)
    const byHash = await Promise.all(hashes.map((hash) => this.#withHash(hash)))
    const byId = article.id === undefined ? null : await this.#withId(article.id)
    return [...byHash, byId].filter((one) => one !== null)
  }

  async #all(ids: readonly string[]): Promise<readonly ArticleText[]> {
    const read = await Promise.all(ids.map((id) => this.#withId(id)))
    return read.filter((one) => one !== null)
  }

  async #inWords(text: string, sources: readonly ArticleText[]): Promise<ArticleText | null> {
    return sources.find((source) => loosePlaces(text, source.text) !== null) ?? null
  }

  async #withWords(text: string): Promise<readonly ArticleText[]> {
    return this.#all((await this.#indexed()).withWords(text))
  }

  async #titled(title: string | undefined): Promise<readonly ArticleText[]> {
    return title?.trim() ? this.#all((await this.#indexed()).titled(title)) : []
  }

  async #likeliest(text: string, named: readonly ArticleText[]): Promise<ArticleText | null> {
    const shingles = shinglesOf(text)
    const likeness = ({ text: other }: ArticleText) => {
      const others = shinglesOf(other)
      return { ...likenessOf(shingles, others), smallest: Math.min(shingles.size, others.size) }
    }
    const among = async (sources: readonly ArticleText[], isEnough: (one: Like) => boolean) => {
      const rated = sources.map((source) => ({ source, like: likeness(source) }))
      const enough = rated.filter(({ like }) => isEnough(like))
      return enough.sort((a, b) => b.like.jaccard - a.like.jaccard)[0]?.source ?? null
    }
    return (
      (await among(named, (like) => isAlike(like, like.smallest))) ??
      (await among(
        await this.#all((await this.#indexed()).like(text)),
        ({ jaccard }) => jaccard >= LIKE_ENOUGH,
      ))
    )
  }

  #indexed(): Promise<WorkspaceTexts> {
    this.#texts ??= workspaceTexts(this.#workspace, this.#signal)
    return this.#texts
  }
}

/** Why a text that no article has cannot become one. */
function newTextFault({ article, isLoose }: ReadArticle, text: string, hash: string): string | null {
  if (text.trim() === '') return 'It says nothing of a text.'
  const { sha256: claimed, id = '' } = article
  if (isLoose && (claimed !== undefined || OWN_ID.test(id)))
    return 'The text itself is not in this file; import the article first.'
  if (isLoose || claimed === undefined || claimed === hash) return null
  return 'Its text is not the one that its sha256 was made of, and no article here is like it.'
}

/** Our ids end in a part of the text's hash. */
const OWN_ID = new RegExp(`-[0-9a-f]{${SHORT_HASH}}$`)

type Like = { readonly jaccard: number; readonly contained: number; readonly smallest: number }
