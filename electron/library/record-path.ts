import { pathInside } from './ids.ts'
import type { Workspace } from './workspace.ts'

/** Where one annotator's record of one article lies. */
export type RecordPlace = {
  readonly workspace: Workspace
  readonly annotator: string
  readonly articleId: string
}

/** The record's file, as sentences name it. */
export const recordName = ({ annotator, articleId }: RecordPlace): string =>
  `annotators/${annotator}/${articleId}.json`

/** @throws where the path would leave the workspace: such names are refused long before. */
export const recordPath = (place: RecordPlace): Promise<string> =>
  pathInside(place.workspace.root, recordName(place))

/** The last good version that the present session's first save replaced. */
export const versionPath = (place: RecordPlace): Promise<string> =>
  pathInside(place.workspace.root, `.glosswright/versions/${place.annotator}/${place.articleId}.json`)

/** Where damaged content with this hash is kept. */
export const quarantinePath = (place: RecordPlace, hash: string): Promise<string> =>
  pathInside(
    place.workspace.root,
    `.glosswright/quarantine/${place.annotator}/${place.articleId}.${hash.slice(0, 8)}.json`,
  )
