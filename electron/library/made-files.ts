import { lstat } from 'node:fs/promises'
import type { Document } from '#shared/domain/edit.ts'
import { touches } from '#shared/domain/edit.ts'
import { REVIEWS_FOLDER } from '#shared/format/reviews-file.ts'
import { TEAM_NAME } from '#shared/format/team-file.ts'
import type { ArticleEdit } from './bulk-file.ts'
import { cleaningFile } from './cleanings.ts'
import { errorCode } from './file-ops.ts'
import { pathInside } from './ids.ts'
import { registryFile } from './registries.ts'
import type { Workspace } from './workspace.ts'

/** Of the documents that an edit changes, those that have no file yet. */
export async function documentsMadeBy(
  workspace: Workspace,
  annotator: string,
  { articleId, edit }: Pick<ArticleEdit, 'articleId' | 'edit'>,
): Promise<readonly Document[]> {
  const made: Document[] = []
  for (const [document, name] of namesOf(workspace, annotator, articleId))
    if (touches(edit, document) && (await isMissing(workspace, name))) made.push(document)
  return made
}

const namesOf = (
  workspace: Workspace,
  annotator: string,
  articleId: string | null,
): readonly (readonly [Document, string])[] => [
  ['registry', registryFile(workspace, annotator).name],
  ['cleaning', cleaningFile(workspace, annotator).name],
  ['team', TEAM_NAME],
  ...(articleId === null
    ? []
    : ([
        ['record', `annotators/${annotator}/${articleId}.json`],
        ['review', `annotators/${annotator}/${REVIEWS_FOLDER}/${articleId}.json`],
      ] as const)),
]

/** What cannot be looked at is there, and whoever opens it hears of it. */
const isMissing = ({ root }: Workspace, name: string): Promise<boolean> =>
  pathInside(root, name)
    .then(lstat)
    .then(
      () => false,
      (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(errorCode(error)),
    )
