import type { Edit } from '#shared/domain/edit.ts'
import type { Versioned } from '#shared/format/versioned.ts'
import { pathInside } from './ids.ts'
import type { Workspace } from './workspace.ts'

/** A file that is edited: where it lies, how its content is read and written, and how it changes. */
export type DocumentFile<D> = {
  readonly workspace: Workspace
  /** Relative to the workspace, as sentences name it: `annotators/Ana/x.json`. */
  readonly name: string
  /** Where copies of it are kept under `.glosswright/versions` and `.glosswright/quarantine`, without an ending. */
  readonly shelf: string
  /** The version of its format that we write. */
  readonly version: number
  /** What there is while there is no file; told apart from all else by being this very object. */
  readonly empty: D
  readonly contentOf: (document: D) => string
  readonly parse: (json: string) => Versioned<D>
  /** @throws {StaleEdit} */
  readonly apply: (document: D, edit: Edit) => D
  readonly merge: (base: D, ours: D, theirs: D) => D
}

type Place = Pick<DocumentFile<unknown>, 'workspace' | 'name' | 'shelf'>

/** @throws where the path would leave the workspace: such names are refused long before. */
export const documentPath = ({ workspace, name }: Place): Promise<string> => pathInside(workspace.root, name)

/** The last good version that the present session's first save replaced. */
export const versionPath = ({ workspace, shelf }: Place): Promise<string> =>
  pathInside(workspace.root, `.glosswright/versions/${shelf}.json`)

/** Where content stays that was written in an older version of the format, as it was before it was brought up to date. */
export const originalPath = ({ workspace, shelf }: Place, version: number): Promise<string> =>
  pathInside(workspace.root, `.glosswright/versions/${shelf}.version-${version}.json`)

/** Where damaged content with this hash is kept. */
export const quarantinePath = ({ workspace, shelf }: Place, hash: string): Promise<string> =>
  pathInside(workspace.root, `.glosswright/quarantine/${shelf}.${hash.slice(0, 8)}.json`)
