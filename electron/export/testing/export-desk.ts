import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExportReport, type ExportWay, exportWith } from '#electron/export/export-as.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Result } from '#shared/domain/result.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { type ExportSettings, everythingAs } from '#shared/format/export-settings.ts'
import type { Adapter } from '#shared/format/interchange/adapter.ts'
import { makeExampleWorkspace } from './example-workspace.ts'
import { shelfFormat } from './shelf-format.ts'

export const everything = everythingAs('shelf')

/** The example workspace in a folder of its own, and exports of it to a folder that is not there yet. */
export class ExportDesk {
  readonly folder: string
  readonly workspace: Workspace
  readonly out: string

  private constructor(folder: string, workspace: Workspace) {
    this.folder = folder
    this.workspace = workspace
    this.out = join(folder, 'out', 'shelf')
  }

  static async make(): Promise<ExportDesk> {
    const folder = await mkdtemp(join(tmpdir(), 'exporting-'))
    return new ExportDesk(folder, await makeExampleWorkspace(join(folder, 'workspace')))
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true })
  }

  at(...names: readonly string[]): string {
    return join(this.folder, ...names)
  }

  run(
    settings: ExportSettings = everything,
    way: Partial<ExportWay> = {},
    adapter: Adapter = shelfFormat,
  ): Promise<Result<ExportReport>> {
    return exportWith(adapter, this.workspace, { settings, way: { out: this.out, ...way } })
  }

  async exported(
    settings: ExportSettings = everything,
    adapter: Adapter = shelfFormat,
  ): Promise<ExportReport> {
    const report = await this.run(settings, {}, adapter)
    if (!report.ok) throw new Error(report.problem.sentence)
    return report.value
  }

  async sentenceOf(
    settings: ExportSettings = everything,
    way: Partial<ExportWay> = {},
    adapter: Adapter = shelfFormat,
  ): Promise<string> {
    const report = await this.run(settings, way, adapter)
    return report.ok ? 'no failure' : report.problem.sentence
  }

  /** What the last export holds. */
  async articles(): Promise<readonly DatasetArticle[]> {
    const names = (await readdir(join(this.out, 'texts'))).sort()
    const read = (name: string): Promise<string> => readFile(join(this.out, 'texts', name), 'utf8')
    return Promise.all(names.map(async (name) => JSON.parse(await read(name))))
  }
}

/** Every file below a folder with what is in it. */
export function filesIn(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]))
}
