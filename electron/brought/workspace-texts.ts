import { articleIds, readArticle } from '#electron/library/articles.ts'
import { mapAtOnce } from '#electron/library/at-once.ts'
import { sha256 } from '#electron/library/hash.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { type Signature, shinglesOf, signatureOf } from '#shared/domain/near-duplicates.ts'

/**
 * The texts of a workspace by what they are like, for texts that are in none of them character by character: by their words
 * without white space, by their titles, and by bands of their signatures (see `near-duplicates.ts`; four values a band,
 * so that of texts that have seven tenths in common 98 of 100 are found). Every text is read once, and asking costs nothing
 * that grows with their number.
 */
export type WorkspaceTexts = {
  /** Articles with the same characters but for white space, by id. */
  readonly withWords: (text: string) => readonly string[]
  readonly titled: (title: string) => readonly string[]
  /** Some that may be much alike. */
  readonly like: (text: string) => readonly string[]
}

const AT_ONCE = 16
const BANDS = 16
const ROWS = 4
/** Of articles that are all alike one is as good as the next. */
const MOST = 12

export async function workspaceTexts(workspace: Workspace, signal: AbortSignal): Promise<WorkspaceTexts> {
  const [words, titles, bands]: readonly [Index, Index, Index] = [new Map(), new Map(), new Map()]
  await mapAtOnce(await articleIds(workspace), AT_ONCE, async (id) => {
    const read = signal.aborted ? null : await readArticle(workspace, id)
    if (!read?.ok) return
    const { article, text } = read.value
    enter(words, wordsKey(text), id)
    enter(titles, titleKey(article.metadata.title), id)
    for (const key of bandKeys(text)) enter(bands, key, id)
  })
  const found = (index: Index, key: string): readonly string[] => [...(index.get(key) ?? [])].sort()
  return {
    withWords: (text) => found(words, wordsKey(text)),
    titled: (title) => found(titles, titleKey(title)),
    like: (text) => [...new Set(bandKeys(text).flatMap((key) => found(bands, key)))].slice(0, MOST),
  }
}

type Index = Map<string, string[]>

function enter(index: Index, key: string, id: string): void {
  const ids = index.get(key)
  if (!ids) index.set(key, [id])
  else if (ids.length < MOST) ids.push(id)
}

const wordsKey = (text: string): string => sha256(text.replace(/\s+/gu, ''))
const titleKey = (title: string): string => title.trim().toLowerCase()

function bandKeys(text: string): string[] {
  const shingles = shinglesOf(text)
  if (shingles.size === 0) return []
  const signature: Signature = signatureOf(shingles)
  return Array.from({ length: BANDS }, (_, band) =>
    [band, ...signature.subarray(band * ROWS, (band + 1) * ROWS)].join(' '),
  )
}
