import path from 'node:path'
import { wantedAnnotators } from '#electron/export/contributions.ts'
import { exportAs } from '#electron/export/export-as.ts'
import { listPresets, type Presets, removePreset, savePreset } from '#electron/export/presets.ts'
import { previewExport } from '#electron/export/preview-export.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { type Failed, failed, ok, type Result } from '#shared/domain/result.ts'
import type { ExportPreset } from '#shared/format/export-preset.ts'
import type { ExportSettings } from '#shared/format/export-settings.ts'
import { adapterOf, FORMATS } from '#shared/format/interchange/adapters.ts'
import type { Format } from '#shared/format/interchange/format.ts'
import type { ExportChoices, ExportDone, ExportPreview, NamedPreset } from '#shared/ipc/exchange.ts'
import type { Desk } from '../desk.ts'
import type { Dialogs } from '../dialogs.ts'
import { UNSAVED } from '../library/unsaved.ts'
import type { Send } from './wire.ts'

export type ExportParts = {
  readonly desk: Desk
  readonly dialogs: Dialogs
  readonly documents: string
  readonly send: Send
}

const PROGRESS_EVERY_MS = 100
const NO_WORKSPACE = 'No workspace is open.'
const RUNNING = 'Another export is still running; wait for it or cancel it.'

/** Runs one export at a time, and one preview beside it, of which the latest counts. */
export class Exporting {
  readonly #parts: ExportParts
  #running: AbortController | null = null
  #previewing: AbortController | null = null

  constructor(parts: ExportParts) {
    this.#parts = parts
  }

  async choices(): Promise<Result<ExportChoices>> {
    return this.#inWorkspace(async (workspace) => {
      const annotators = await wantedAnnotators(workspace, null)
      if (!annotators.ok) return annotators
      return ok({ formats: FORMATS, annotators: annotators.value, ...(await listPresets(workspace)) })
    })
  }

  /** Null when a later question has taken its place. */
  async preview(settings: ExportSettings): Promise<Result<ExportPreview> | null> {
    this.#previewing?.abort()
    const mine = new AbortController()
    this.#previewing = mine
    // What is edited meanwhile is seen as well; what cannot be saved is told of by whoever saves.
    await this.#parts.desk.session?.flush()
    if (mine.signal.aborted) return null
    const seen = await this.#inWorkspace((workspace) =>
      previewExport(workspace, settings, { signal: mine.signal }),
    )
    return mine.signal.aborted ? null : seen
  }

  /** Null when the analyst cancelled the dialog. */
  async run(settings: ExportSettings): Promise<Result<ExportDone> | null> {
    if (this.#running) return failed(RUNNING)
    const running = new AbortController()
    this.#running = running
    try {
      return await this.#inWorkspace((workspace) => this.#export(workspace, settings, running.signal))
    } finally {
      this.#running = null
    }
  }

  cancel(): void {
    this.#running?.abort()
  }

  save(preset: ExportPreset): Promise<Result<readonly NamedPreset[]>> {
    return this.#inWorkspace(async (workspace) => presetsIn(await savePreset(workspace, preset)))
  }

  remove(id: string): Promise<Result<readonly NamedPreset[]>> {
    return this.#inWorkspace(async (workspace) => presetsIn(await removePreset(workspace, id)))
  }

  async #export(
    workspace: Workspace,
    settings: ExportSettings,
    signal: AbortSignal,
  ): Promise<Result<ExportDone> | null> {
    const { desk, dialogs, documents } = this.#parts
    const format = adapterOf(settings.format)?.format
    if (!format) return failed(`There is no format “${settings.format}”.`)
    const out = await dialogs.exportAs(format, path.join(documents, nameFor(workspace, format)))
    if (out === null) return null
    if (!(await desk.session?.flush())) return failed(UNSAVED)
    return exportAs(workspace, settings, { out, signal, onProgress: this.#progress() })
  }

  /** Not every article is worth a message: a few each second show that it goes on. */
  #progress(): (done: number, total: number) => void {
    let last = 0
    return (done, total) => {
      if (Date.now() - last < PROGRESS_EVERY_MS) return
      last = Date.now()
      this.#parts.send('export-progress', { done, total })
    }
  }

  async #inWorkspace<R>(run: (workspace: Workspace) => Promise<R>): Promise<R | Failed> {
    const { session } = this.#parts.desk
    return session ? run(session.workspace) : failed(NO_WORKSPACE)
  }
}

const presetsIn = (saved: Result<Presets>): Result<readonly NamedPreset[]> =>
  saved.ok ? ok(saved.value.presets) : saved

/** “Coastal desk, spacy.jsonl”, or the folder “Coastal desk, brat”; several formats have the same ending. */
function nameFor({ manifest: { name } }: Workspace, { id, shape, ending }: Format): string {
  if (shape === 'folder') return `${name}, ${id}`
  const isPlain = id === ending || id.startsWith('glosswright')
  return `${name}${isPlain ? '' : `, ${id}`}.${ending}`
}
