import { dirname } from 'node:path'
import type { Article } from '#shared/domain/article.ts'
import { articleToFile } from '#shared/format/article-file.ts'
import { ArticleIndex, SHORT_HASH } from './article-index.ts'
import { readArticleInfo } from './articles.ts'
import { problemOf } from './disk-problem.ts'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { orMissing } from './file-ops.ts'
import { sha256 } from './hash.ts'
import { insideWorkspace } from './ids.ts'
import { readRegularFile } from './regular-file.ts'
import { slugOf } from './slug.ts'
import type { Workspace } from './workspace.ts'

/** An article as the import made it. `original` are the bytes it was made from, null when they are the text's. */
export type ArticleDraft = Omit<Article, 'id' | 'sha256'> & {
  readonly text: string
  readonly original: Uint8Array | null
}

export type AddOutcome =
  | { readonly kind: 'imported' | 'duplicate'; readonly id: string }
  | { readonly kind: 'failed'; readonly sentence: string }

/** A surrogate without its other half. */
const HALF_CHARACTER = /\p{Cs}/u

/** Thrown in here to end an import with its sentence. */
class Refusal extends Error {}

/**
 * Adds an article under an id made from its title and its text alone. The text goes first and the json last: the json
 * is what makes an article, so one whose import was cut off is finished by the next. A file that is there is never
 * rewritten. Several may be added at once, but texts whose ids would end alike one after the other, so that the same
 * text given twice at once becomes one article.
 */
export async function addArticle(workspace: Workspace, draft: ArticleDraft): Promise<AddOutcome> {
  const hash = sha256(draft.text)
  const { queues } = shelfOf(workspace)
  const short = hash.slice(0, SHORT_HASH)
  const adding = (queues.get(short) ?? Promise.resolve()).then(() => addNow(workspace, draft, hash))
  queues.set(short, adding)
  const added = await adding
  if (queues.get(short) === adding) queues.delete(short)
  return added
}

/** What is known of a workspace while articles are added to it. */
type Shelf = {
  readonly index: ArticleIndex
  /** The last addition of each short hash that is not done yet. */
  readonly queues: Map<string, Promise<AddOutcome>>
  /** Folders that were made and forced to the disk, or are about to be. */
  readonly folders: Map<string, Promise<void>>
}

const shelves = new WeakMap<Workspace, Shelf>()

function shelfOf(workspace: Workspace): Shelf {
  const shelf = shelves.get(workspace) ?? {
    index: new ArticleIndex(workspace),
    queues: new Map(),
    folders: new Map(),
  }
  shelves.set(workspace, shelf)
  return shelf
}

async function addNow(workspace: Workspace, draft: ArticleDraft, hash: string): Promise<AddOutcome> {
  try {
    if (HALF_CHARACTER.test(draft.text))
      throw new Refusal('it holds half a character, which no UTF-8 text can.')
    const known = await articleWithText(workspace, hash)
    if (known) await keep(workspace, `articles/${known}.txt`, draft.text)
    return known ? { kind: 'duplicate', id: known } : await addNew(workspace, draft, hash)
  } catch (error) {
    // A folder may have been taken away.
    shelfOf(workspace).folders.clear()
    const why = error instanceof Refusal ? error.message : problemOf(error)
    return { kind: 'failed', sentence: `“${draft.metadata.title}” could not be added: ${why}` }
  }
}

/** The article that has the text already. @throws {Refusal} when one has its short hash and another text. */
async function articleWithText(workspace: Workspace, hash: string): Promise<string | null> {
  const [id] = await shelfOf(workspace).index.withHash(hash.slice(0, SHORT_HASH))
  if (id === undefined) return null
  const known = await readArticleInfo(workspace, id)
  if (!known.ok) throw new Refusal(known.problem.sentence)
  if (known.value.sha256 === hash) return id
  throw new Refusal(`by a rare chance its id would be that of another article, “${id}”.`)
}

async function addNew(workspace: Workspace, draft: ArticleDraft, hash: string): Promise<AddOutcome> {
  const { metadata, evidence, boilerplate, provenance, text, original } = draft
  const id = `${slugOf(metadata.title)}-${hash.slice(0, SHORT_HASH)}`
  const article: Article = { id, metadata, provenance, sha256: hash, boilerplate, evidence }
  await shelfOf(workspace).index.adding(id, async () => {
    await keep(workspace, `articles/${id}.txt`, text)
    if (original && provenance.original)
      await keep(workspace, `sources/${id}.${provenance.original}`, original)
    await keep(workspace, `articles/${id}.json`, articleToFile({ article, text }))
  })
  return { kind: 'imported', id }
}

/** Writes a file unless it is there. @throws {Refusal} when something else is there under its name. */
async function keep(workspace: Workspace, name: string, content: string | Uint8Array): Promise<void> {
  const path = await insideWorkspace(workspace.root, name)
  if (!path.ok) throw new Refusal(path.problem.sentence)
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const there = await orMissing(readRegularFile(path.value))
  if (there?.equals(bytes)) return
  if (there) throw new Refusal(`another file lies at “${name}”; please move it away.`)
  await madeFolder(workspace, dirname(path.value))
  await writeDurably(path.value, [bytes])
}

/** Once for each folder: it would be forced to the disk anew for every article. */
function madeFolder(workspace: Workspace, folder: string): Promise<void> {
  const { folders } = shelfOf(workspace)
  const made = folders.get(folder) ?? makeFolderDurably(folder)
  folders.set(folder, made)
  return made
}
