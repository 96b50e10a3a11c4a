import Store from 'electron-store'
import * as z from 'zod'
import type { FileChoice } from './import/reading.ts'

/** An import as it was asked for: paths of this machine, so it is kept with the user's settings, never in a workspace. */
export type ImportOrder = {
  readonly paths: readonly string[]
  /** What was settled about how some of the files are read, by their paths. */
  readonly choices: Readonly<Record<string, FileChoice>>
}

const readingChoices = z.object({
  encoding: z.string().exactOptional(),
  columns: z.object({ text: z.string(), metadata: z.record(z.string(), z.string()) }).exactOptional(),
})
const order: z.ZodType<ImportOrder> = z.object({
  paths: z.array(z.string()).min(1),
  choices: z.record(z.string(), z.union([readingChoices, z.literal(['skip', 'not-chosen'])])),
})

/** The imports that were begun and not finished, at most one for each workspace. */
export class UnfinishedImports {
  readonly #store: Store<Record<string, unknown>>

  constructor(userData: string) {
    this.#store = new Store({ cwd: userData, name: 'imports', clearInvalidConfig: true })
  }

  of(workspaceId: string): ImportOrder | null {
    const kept = order.safeParse(this.#store.store[workspaceId])
    return kept.success ? kept.data : null
  }

  keep(workspaceId: string, unfinished: ImportOrder): void {
    this.#store.store = { ...this.#store.store, [workspaceId]: unfinished }
  }

  forget(workspaceId: string): void {
    const { [workspaceId]: _, ...others } = this.#store.store
    this.#store.store = others
  }
}
