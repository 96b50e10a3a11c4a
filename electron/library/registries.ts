import { applyTo } from '#shared/domain/edit.ts'
import { emptyRegistry, mergeRegistries, type Registry } from '#shared/domain/registry.ts'
import type { Part } from '#shared/domain/united-registry.ts'
import { REGISTRY_NAME, readRegistryFile, registryToFile } from '#shared/format/actors-file.ts'
import { listAnnotators } from './catalogue.ts'
import type { DocumentFile } from './document-file.ts'
import { type DocumentOutcome, readDocument } from './document-reading.ts'
import type { Workspace } from './workspace.ts'

/** The file that holds an annotator's part of the actor registry. */
export function registryFile(workspace: Workspace, annotator: string): DocumentFile<Registry> {
  const name = `annotators/${annotator}/${REGISTRY_NAME}`
  return {
    workspace,
    name,
    shelf: `${annotator}/actors`,
    version: 1,
    empty: emptyRegistry,
    contentOf: (registry) => registryToFile(registry, annotator),
    parse: (json) => readRegistryFile(json, name),
    apply: (registry, edit) => applyTo('registry', registry, edit),
    merge: mergeRegistries,
  }
}

export const readRegistry = (workspace: Workspace, annotator: string): Promise<DocumentOutcome<Registry>> =>
  readDocument(registryFile(workspace, annotator))

export type AnnotatorsRegistry = { readonly annotator: string; readonly read: DocumentOutcome<Registry> }

/** All annotators' parts, by annotator; without that of `except`. */
export async function readRegistries(
  workspace: Workspace,
  except?: string,
): Promise<readonly AnnotatorsRegistry[]> {
  const annotators = await listAnnotators(workspace)
  return Promise.all(
    annotators
      .filter((annotator) => annotator !== except)
      .map(async (annotator) => ({ annotator, read: await readRegistry(workspace, annotator) })),
  )
}

/** Those of the parts that could be read. */
export const readableParts = (registries: readonly AnnotatorsRegistry[]): readonly Part[] =>
  registries.flatMap(({ annotator, read }) =>
    read.kind === 'ok' ? [{ annotator, registry: read.document }] : [],
  )

/** Why the others could not. */
export const unreadSentences = (registries: readonly AnnotatorsRegistry[]): readonly string[] =>
  registries.flatMap(({ read }) => (read.kind === 'ok' ? [] : [read.sentence]))
