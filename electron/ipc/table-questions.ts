import type {
  ImportQuestion,
  TableAnswer,
  TableMapping,
  TableOutline,
  TableQuestion,
} from '#shared/ipc/importing.ts'
import type { FileChoice } from '../import/reading.ts'

/** A table in one of the files that shall be imported. `isSure`: the guess needs nobody's word. */
export type InspectedTable = TableOutline & { readonly path: string; readonly isSure: boolean }

/** Looks into files and folders for tables, and imports nothing. */
export type InspectFiles = (paths: readonly string[]) => Promise<readonly InspectedTable[]>

/** Mappings that were settled once for all files with the same columns. */
export type KnownTables = {
  readonly of: (key: string) => TableMapping | undefined
  readonly remember: (key: string, mapping: TableMapping) => void
  readonly count: () => number
  readonly forgetAll: () => void
}

export type ChoicesOf = (path: string) => FileChoice | undefined

export type ReadyImport = { readonly paths: readonly string[]; readonly choices: ChoicesOf }

type Settled = TableMapping | 'skip' | 'not-chosen'

type Pending = { readonly paths: readonly string[]; readonly tables: readonly InspectedTable[] }

/** Tables with the same columns are one, in whatever order these are. */
export const columnsKey = (columns: readonly string[]): string => JSON.stringify([...columns].sort())

/** What has to be asked about the tables of an import, and what was answered; the paths stay here meanwhile. */
export class TableQuestions {
  readonly #inspect: InspectFiles
  readonly #known: KnownTables
  readonly #pending = new Map<number, Pending>()
  #next = 0

  constructor(inspect: InspectFiles, known: KnownTables) {
    this.#inspect = inspect
    this.#known = known
  }

  /** The import as it can begin, or what to ask before. */
  async about(paths: readonly string[]): Promise<ReadyImport | ImportQuestion> {
    const tables = await this.#inspect(paths)
    const unknown = tables.filter(({ isSure, columns }) => !isSure && !this.#known.of(columnsKey(columns)))
    if (unknown.length === 0) return { paths, choices: this.#choicesFor(tables, new Map()) }
    const id = this.#next++
    this.#pending.set(id, { paths, tables })
    return { id, tables: [...byColumns(unknown).values()].map(questionAbout) }
  }

  /** The import as it can begin with nobody there to be asked. */
  async unasked(paths: readonly string[]): Promise<ReadyImport> {
    return { paths, choices: this.#choicesFor(await this.#inspect(paths), new Map()) }
  }

  /**
   * Null when nothing waits under `id`. `answers` are in the order of the question's tables; those that are left
   * unanswered at the end are not read.
   */
  answered(id: number, answers: readonly TableAnswer[]): ReadyImport | null {
    const pending = this.#pending.get(id)
    if (!pending) return null
    this.#pending.delete(id)
    const asked = pending.tables.filter(
      ({ isSure, columns }) => !isSure && !this.#known.of(columnsKey(columns)),
    )
    const settled = new Map<string, Settled>()
    for (const [index, key] of [...byColumns(asked).keys()].entries()) {
      const answer = answers[index]
      settled.set(key, answer ? (answer.mapping ?? 'skip') : 'not-chosen')
      if (answer?.mapping && answer.isRemembered) this.#known.remember(key, answer.mapping)
    }
    return { paths: pending.paths, choices: this.#choicesFor(pending.tables, settled) }
  }

  /** How many mappings were settled for good. */
  get remembered(): number {
    return this.#known.count()
  }

  forgetRemembered(): void {
    this.#known.forgetAll()
  }

  #choicesFor(tables: readonly InspectedTable[], settled: ReadonlyMap<string, Settled>): ChoicesOf {
    const choices = new Map<string, FileChoice>()
    for (const { path, columns } of tables) {
      const key = columnsKey(columns)
      const found = settled.get(key) ?? this.#known.of(key)
      if (found !== undefined) choices.set(path, typeof found === 'string' ? found : { columns: found })
    }
    return (path) => choices.get(path)
  }
}

function byColumns(tables: readonly InspectedTable[]): Map<string, InspectedTable[]> {
  const groups = new Map<string, InspectedTable[]>()
  for (const table of tables) {
    const key = columnsKey(table.columns)
    groups.set(key, [...(groups.get(key) ?? []), table])
  }
  return groups
}

function questionAbout(tables: readonly InspectedTable[]): TableQuestion {
  const { name, columns, rows, guess } = tables[0] as InspectedTable
  const count = tables.reduce((sum, table) => sum + table.count, 0)
  return { name, columns, rows, guess, count, files: tables.length }
}
