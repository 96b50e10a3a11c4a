import { ArticleIndex, SHORT_HASH } from '#electron/library/article-index.ts'
import { articleIds, readArticleInfo } from '#electron/library/articles.ts'
import { slugOf } from '#electron/library/slug.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { failed } from '#shared/domain/result.ts'
import type { Colleague } from './colleague.ts'
import { isTooLarge } from './too-large.ts'

/** An article of theirs: the id that it has here, or will have, and whether it is here. */
export type ArticleThere = { readonly id: string; readonly idHere: string; readonly isHere: boolean }

/** All their articles that can be read, each with the article here that has the same text, whatever it is called. */
export async function articlesThere(
  { workspace: theirs, refused }: Colleague,
  ours: Workspace,
): Promise<readonly ArticleThere[]> {
  const index = new ArticleIndex(ours)
  const found: ArticleThere[] = []
  for (const id of await articleIds(theirs)) {
    const info = (await isTooLarge(theirs.root, `articles/${id}.json`, `articles/${id}.txt`))
      ? TOO_LONG
      : await readArticleInfo(theirs, id)
    if (!info.ok) {
      refused.add(`articles/${id}.json`, info.problem.sentence)
      continue
    }
    const { sha256, title } = info.value
    const here = await idWithText(ours, index, sha256)
    found.push({
      id,
      idHere: here ?? `${slugOf(title)}-${sha256.slice(0, SHORT_HASH)}`,
      isHere: here !== null,
    })
  }
  return found
}

const TOO_LONG = failed('Its files are larger than those of any article.')

async function idWithText(ours: Workspace, index: ArticleIndex, sha256: string): Promise<string | null> {
  for (const id of await index.withHash(sha256.slice(0, SHORT_HASH))) {
    const info = await readArticleInfo(ours, id)
    if (info.ok && info.value.sha256 === sha256) return id
  }
  return null
}
