import { filesIn } from '#electron/library/folder.ts'
import { changedOutside, putBackText } from '#electron/library/kept-texts.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Replaced } from '#shared/ipc/versions.ts'
import { articleFromFile, articleFromOutside, articleInEncoding, type Reading } from './newer-text.ts'
import { takeOver, type VersionParts } from './taking-over.ts'

/** Where the newer text comes from. */
export type NewerSource =
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'encoding'; readonly encoding: string }
  | { readonly kind: 'outside' }

export type ReplacingParts = VersionParts & Reading

/**
 * Makes an article of the newer text, unless it is one already, and carries the annotator's work over to it. The article
 * stays when that fails: it is one like any other.
 */
export async function replaceArticle(
  parts: ReplacingParts,
  articleId: string,
  source: NewerSource,
): Promise<Result<Replaced>> {
  const { access } = parts.workspace
  if (access.kind === 'read') return failed(access.sentence)
  if (source.kind === 'outside') return takeOutside(parts, articleId)
  const later = await laterArticle(parts, articleId, source)
  return later.ok ? takeOver(parts, articleId, later.value) : later
}

async function laterArticle(
  parts: ReplacingParts,
  articleId: string,
  source: Exclude<NewerSource, { readonly kind: 'outside' }>,
): Promise<Result<string>> {
  switch (source.kind) {
    case 'article':
      return ok(source.id)
    case 'file':
      return articleFromFile(parts, source.path)
    case 'encoding':
      return articleInEncoding(parts, articleId, source.encoding)
  }
}

async function whyNotTaken({ workspace }: ReplacingParts, articleId: string): Promise<string> {
  const name = `articles/${articleId}.txt`
  const isThere = (await filesIn(workspace.root, 'articles')).includes(`${articleId}.txt`)
  if (isThere) return 'It is the same text but for a byte order mark: put it back as it was.'
  return `“${name}” is gone; please put it back.`
}

/** The new text is an article before the old one is put back in its place. */
async function takeOutside(parts: ReplacingParts, articleId: string): Promise<Result<Replaced>> {
  const { workspace } = parts
  const change = await changedOutside(workspace, articleId)
  if (!change) return failed('The text is as it was imported, so there is nothing to take over.')
  if (!change.canTake) return failed(await whyNotTaken(parts, articleId))
  const later = await articleFromOutside(parts, articleId)
  if (!later.ok) return later
  if (!change.canPutBack) return ok({ kind: 'apart', articleId: later.value })
  const back = await putBackText(workspace, articleId)
  return back.ok ? takeOver(parts, articleId, later.value) : back
}
