import type { Access } from '#shared/domain/access.ts'
import { emptyRegistry, type Registry } from '#shared/domain/registry.ts'
import { emptyUnion, type Part, type UnitedRegistry } from '#shared/domain/united-registry.ts'
import type { RegistryView } from '#shared/ipc/contract.ts'

/** The actors of the workspace. */
export type OpenRegistry = {
  /** The annotator's own part, the one that is edited. */
  readonly own: Registry
  /** Everybody else's, by annotator. */
  readonly others: readonly Part[]
  /** What is shown: all of them together. */
  readonly united: UnitedRegistry
  readonly access: Access
  readonly restore: RegistryView['restore']
}

export const noRegistry: OpenRegistry = {
  own: emptyRegistry,
  others: [],
  united: emptyUnion,
  access: { kind: 'read', sentence: 'The actors are still being read.' },
  restore: null,
}
