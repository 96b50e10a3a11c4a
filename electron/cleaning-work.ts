import { type Cleaning, emptyCleaning } from '#shared/domain/cleaning-rule.ts'
import { type CleaningPart, type UnitedCleaning, uniteCleaning } from '#shared/domain/united-cleaning.ts'
import type { CleaningView } from '#shared/ipc/cleaning.ts'
import { listAnnotators } from './library/catalogue.ts'
import { readCleaning, readCleanings } from './library/cleanings.ts'
import type { DocumentOutcome } from './library/document-reading.ts'
import { lookedAt } from './library/looked-at.ts'
import type { Workspace } from './library/workspace.ts'
import type { WorkspaceStore } from './library/workspace-store.ts'

export type CleaningParts = {
  readonly workspace: Workspace
  readonly annotator: string
  readonly store: Pick<WorkspaceStore, 'openCleaning'>
}

/** The cleaning rules of a workspace that is open for one annotator, with what is not saved yet of the annotator's own. */
export class CleaningWork {
  readonly #parts: CleaningParts

  constructor(parts: CleaningParts) {
    this.#parts = parts
  }

  /** What all annotators' rules say together: of the same words, what the annotator says holds. */
  async united(): Promise<UnitedCleaning> {
    const { own, others } = await this.#read()
    const mine = { annotator: this.#parts.annotator, cleaning: documentOf(own) }
    return uniteCleaning([mine, ...others])
  }

  async view(): Promise<CleaningView> {
    const { own, others, unread } = await this.#read()
    return {
      own: rulesOf(documentOf(own)),
      others: others.map(({ annotator, cleaning }) => ({ annotator, rules: rulesOf(cleaning) })),
      access: own.kind === 'ok' ? this.#parts.workspace.access : { kind: 'read', sentence: own.sentence },
      unread,
    }
  }

  async #read(): Promise<Read> {
    const { workspace, annotator, store } = this.#parts
    const own =
      workspace.access.kind === 'write'
        ? await store.openCleaning()
        : await readCleaning(lookedAt(workspace), annotator)
    const all = await listAnnotators(workspace)
    const { parts, unread } = await readCleanings(
      workspace,
      all.filter((name) => name !== annotator),
    )
    return { own, others: parts, unread }
  }
}

type Read = {
  readonly own: DocumentOutcome<Cleaning>
  readonly others: readonly CleaningPart[]
  readonly unread: readonly string[]
}

const documentOf = (outcome: DocumentOutcome<Cleaning>): Cleaning =>
  outcome.kind === 'ok' ? outcome.document : emptyCleaning

const rulesOf = ({ rules }: Cleaning) => [...rules.values()]
