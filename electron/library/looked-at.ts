import type { Workspace } from './workspace.ts'

/** The workspace for one who changes nothing: damage is not even copied aside. */
export const lookedAt = (workspace: Workspace): Workspace => ({
  ...workspace,
  access: { kind: 'read', sentence: 'The workspace is only looked at.' },
})
