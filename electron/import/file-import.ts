import { basename } from 'node:path'
import { addArticle } from '#electron/library/add-article.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ImportLedger } from './import-ledger.ts'
import { addedPart, failedPart, type ImportOutcome, outcomeOf, type PartOutcome } from './import-outcome.ts'
import type { ParsedPart } from './parser-messages.ts'
import type { Parser } from './parser-process.ts'
import { readWhole } from './read-whole.ts'
import type { ReadingChoices, SourceFile } from './reading.ts'
import { Slots, type Underway } from './slots.ts'

/** How many articles are written at once: most of the time of each is spent waiting for the disk. */
const AT_ONCE = 8

export type FileImportOptions = {
  readonly parser: Parser
  /** Told of each article that is new, once it is on the disk. */
  readonly onImported?: (articleId: string) => void
  /** Asked between two files, and between the articles of a file: the one in hand is always finished. */
  readonly signal?: AbortSignal
  /** What an import that was cut off has done already. */
  readonly ledger?: ImportLedger
}

/** Takes the files of one import from the disk into the workspace. */
export class FileImport {
  readonly #workspace: Workspace
  readonly #options: FileImportOptions
  readonly #slots = new Slots(AT_ONCE)

  constructor(workspace: Workspace, options: FileImportOptions) {
    this.#workspace = workspace
    this.#options = options
  }

  /** Resolves once all of the file is read; its last articles may still be on their way to the disk then. */
  async file(path: string, choices: ReadingChoices): Promise<Underway<readonly ImportOutcome[]>> {
    const bytes = await readWhole(path)
    if (!bytes.ok) return { result: failed(path, bytes.problem.sentence) }
    const file = { name: basename(path), bytes: bytes.value, choices }
    const known = await this.#options.ledger?.find(file)
    const parts = known ? known.map(async (outcome) => outcome) : await this.#parts(file)
    return { result: Promise.all(parts).then((all) => all.map((outcome) => outcomeOf(path, outcome))) }
  }

  async #parts(file: SourceFile): Promise<readonly Promise<PartOutcome>[]> {
    const { parser, signal, ledger } = this.#options
    const outcomes: Promise<PartOutcome>[] = []
    for await (const { part, draft } of parser.read(file)) {
      outcomes.push((await this.#add(part, draft)).result)
      if (signal?.aborted) return outcomes
    }
    void Promise.all(outcomes).then((whole) => ledger?.add(file, whole))
    return outcomes
  }

  /** Begins as soon as there is room. */
  async #add(part: string | null, draft: ParsedPart['draft']): Promise<Underway<PartOutcome>> {
    if (!draft.ok) return { result: Promise.resolve(failedPart(part, draft.problem.sentence)) }
    return this.#slots.begin(async () => {
      const added = await addArticle(this.#workspace, draft.value)
      if (added.kind === 'imported') this.#options.onImported?.(added.id)
      return addedPart(part, draft.value, added)
    })
  }
}

const failed = async (path: string, sentence: string): Promise<readonly ImportOutcome[]> => [
  outcomeOf(path, failedPart(null, sentence)),
]
