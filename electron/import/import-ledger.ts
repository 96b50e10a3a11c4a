import { createHash } from 'node:crypto'
import { appendFile, lstat, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readDerived } from '#electron/library/derived-file.ts'
import { orMissing } from '#electron/library/file-ops.ts'
import { isArticleId } from '#electron/library/ids.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { PartOutcome } from './import-outcome.ts'
import type { SourceFile } from './reading.ts'

/**
 * What a running import has done, so that it can go on after it was cut off: for each file the hash of its bytes and
 * what became of its articles. No path is in it, and nothing is lost with it: a file that it does not know is read
 * again, and its articles are found to be there.
 */
const NAME = 'importing.jsonl'

type Line = { readonly file: string; readonly parts: readonly PartOutcome[] }

export class ImportLedger {
  readonly #workspace: Workspace
  /** What the import did before it was cut off; several times for files with the same bytes. */
  readonly #known: Map<string, (readonly PartOutcome[])[]>
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(workspace: Workspace, known: Map<string, (readonly PartOutcome[])[]>) {
    this.#workspace = workspace
    this.#known = known
  }

  /** Begins anew, as if nothing had been done. */
  static async begin(workspace: Workspace): Promise<ImportLedger> {
    const ledger = new ImportLedger(workspace, new Map())
    await ledger.remove()
    return ledger
  }

  /** Goes on from what is there. */
  static async goOn(workspace: Workspace): Promise<ImportLedger> {
    const lines = (await readDerived(workspace, NAME))?.split('\n') ?? []
    const known = new Map<string, (readonly PartOutcome[])[]>()
    for (const { file, parts } of lines.flatMap(entryOf)) known.set(file, [...(known.get(file) ?? []), parts])
    return new ImportLedger(workspace, known)
  }

  /** What became of the file before; undefined where it is to be read. */
  async find(file: SourceFile): Promise<readonly PartOutcome[] | undefined> {
    if (this.#known.size === 0) return undefined
    const parts = this.#known.get(keyOf(file))?.shift()
    for (const { articleId } of parts ?? []) if (!(await this.#isThere(articleId))) return undefined
    return parts
  }

  /** Takes down what became of a file, unless something went wrong: that may go well the next time. */
  async add(file: SourceFile, parts: readonly PartOutcome[]): Promise<void> {
    if (parts.length === 0 || parts.some(({ outcome }) => outcome === 'failed')) return
    const text = `${JSON.stringify({ file: keyOf(file), parts })}\n`
    this.#writing = this.#writing.then(() => this.#append(text))
    await this.#writing
  }

  /** The import is over. */
  async remove(): Promise<void> {
    await this.#writing
    await rm(this.#path, { force: true }).catch(() => undefined)
  }

  /** Where that can be done: without it the file is merely read again. */
  async #append(text: string): Promise<void> {
    try {
      await mkdir(dirname(this.#path), { recursive: true })
      await appendFile(this.#path, text)
    } catch {
      // A full disk: the import itself says so.
    }
  }

  get #path(): string {
    return join(this.#workspace.root, '.glosswright', NAME)
  }

  async #isThere(articleId: string | undefined): Promise<boolean> {
    if (articleId === undefined || !isArticleId(articleId)) return false
    return (await orMissing(lstat(join(this.#workspace.root, 'articles', `${articleId}.json`)))) !== null
  }
}

function entryOf(text: string): readonly Line[] {
  try {
    const line: Partial<Line> | null = JSON.parse(text)
    return line?.file && Array.isArray(line.parts) ? [{ file: line.file, parts: line.parts }] : []
  } catch {
    // The last line of an import that was killed may be half a line.
    return []
  }
}

const keyOf = ({ name, bytes, choices }: SourceFile): string =>
  createHash('sha256')
    .update(`${/\.[^.]*$/.exec(name)?.[0] ?? ''} ${JSON.stringify(choices)}\n`)
    .update(bytes)
    .digest('hex')
