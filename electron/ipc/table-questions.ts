import type {
  ImportQuestion,
  TableAnswer,
  TableMapping,
  TableOutline,
  TableQuestion,
} from '#shared/ipc/importing.ts'
import type { ReadingChoices } from '../import/reading.ts'

/** A table in one of the files that shall be imported. `isSure`: the guess needs nobody's word. */
export type InspectedTable = TableOutline & { readonly path: string; readonly isSure: boolean }

/** Looks into files and folders for tables, and imports nothing. */
export type InspectFiles = (paths: readonly string[]) => Promise<readonly InspectedTable[]>

/** Mappings that were settled once for all files with the same columns. */
export type KnownTables = {
  readonly of: (key: string) => TableMapping | undefined
  readonly remember: (key: string, mapping: TableMapping) => void
}

/** What was settled about how a file is read, or that it is left out. */
export type ChoicesOf = (path: string) => ReadingChoices | 'skip' | undefined

export type ReadyImport = { readonly paths: readonly string[]; readonly choices: ChoicesOf }

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

  /** Null when nothing waits under `id`. `answers` are in the order of the question's tables. */
  answered(id: number, answers: readonly TableAnswer[]): ReadyImport | null {
    const pending = this.#pending.get(id)
    if (!pending) return null
    this.#pending.delete(id)
    const asked = pending.tables.filter(
      ({ isSure, columns }) => !isSure && !this.#known.of(columnsKey(columns)),
    )
    const settled = new Map<string, TableMapping | null>()
    for (const [index, key] of [...byColumns(asked).keys()].entries()) {
      const { mapping, isRemembered } = answers[index] ?? { mapping: null, isRemembered: false }
      settled.set(key, mapping)
      if (mapping && isRemembered) this.#known.remember(key, mapping)
    }
    return { paths: pending.paths, choices: this.#choicesFor(pending.tables, settled) }
  }

  leave(id: number): void {
    this.#pending.delete(id)
  }

  #choicesFor(
    tables: readonly InspectedTable[],
    settled: ReadonlyMap<string, TableMapping | null>,
  ): ChoicesOf {
    const choices = new Map<string, ReadingChoices | 'skip'>()
    for (const { path, columns } of tables) {
      const key = columnsKey(columns)
      const mapping = settled.has(key) ? (settled.get(key) ?? null) : this.#known.of(key)
      if (mapping !== undefined) choices.set(path, mapping ? { columns: mapping } : 'skip')
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
