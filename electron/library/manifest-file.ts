import { applyTo } from '#shared/domain/edit.ts'
import { mergeSchemes } from '#shared/domain/scheme-merge.ts'
import {
  MANIFEST_NAME,
  MANIFEST_VERSION,
  type Manifest,
  manifestToFile,
  readManifest,
} from '#shared/format/manifest.ts'
import type { DocumentFile } from './document-file.ts'
import type { Workspace } from './workspace.ts'

/** The workspace's own file, as far as it is edited: its scheme. Everybody writes it, rarely. */
export function manifestFile(workspace: Workspace): DocumentFile<Manifest> {
  return {
    workspace,
    name: MANIFEST_NAME,
    shelf: 'manifest',
    version: MANIFEST_VERSION,
    empty: workspace.manifest,
    contentOf: manifestToFile,
    parse: (json) => readManifest(json, MANIFEST_NAME),
    apply: (manifest, edit) => {
      const scheme = applyTo('scheme', manifest.scheme, edit)
      return scheme === manifest.scheme ? manifest : { ...manifest, scheme }
    },
    merge: (base, ours, theirs) => ({
      ...theirs,
      scheme: mergeSchemes(base.scheme, ours.scheme, theirs.scheme),
    }),
  }
}
