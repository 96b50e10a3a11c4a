import { readArticle } from '#electron/library/articles.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { WorkspaceStore } from '#electron/library/workspace-store.ts'
import { failed, ok } from '#shared/domain/result.ts'
import type { VersionParts } from './taking-over.ts'

/** Edits articles one after the other, where there is no history that could take them back as one step. */
export const directly =
  (workspace: Workspace, store: WorkspaceStore): VersionParts['make'] =>
  async (_, plan) => {
    let articles = 0
    for await (const { articleId, edit } of plan) {
      if (articleId === null) throw new Error('What is of no article has no newer version')
      const source = await readArticle(workspace, articleId)
      if (!source.ok) return source
      const opened = await store.open(source.value)
      if (opened.kind !== 'ok') return failed(opened.sentence)
      await store.apply(articleId, edit)
      articles++
    }
    return ok({ articles, annotations: 0, left: [] })
  }
