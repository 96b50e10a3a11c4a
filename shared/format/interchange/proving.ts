import { equalJson } from '../../domain/equal.ts'
import type { DatasetArticle } from '../dataset.ts'
import {
  type Adapter,
  type ExportFrame,
  type InFile,
  type ReadArticle,
  type ReadEvent,
  type Refusal,
  UnreadableFile,
} from './adapter.ts'
import { differenceFrom } from './comparing.ts'
import type { Carries } from './format.ts'
import { type ActorsById, registryOf } from './named-actors.ts'

/**
 * The proof of an export: what was written is read back by the format's own reader and compared with what was meant,
 * article by article, one of them held at a time. Both go in the order in which the articles were written; what several
 * annotators say of one article may come in several parts, one behind the other.
 */
export type Written = {
  readonly frame: ExportFrame
  readonly articles: () => AsyncIterable<DatasetArticle>
}

/** The first thing that does not hold, as the end of a sentence, without its stop; null when all does. */
export async function faultIn(
  adapter: Adapter,
  written: Written,
  files: readonly InFile[],
): Promise<string | null> {
  try {
    await prove(adapter, written, files)
    return null
  } catch (error) {
    if (error instanceof Unproven || error instanceof UnreadableFile) return error.message.replace(/\.$/, '')
    throw error
  }
}

class Unproven extends Error {}

/** @throws {Unproven} */
async function prove(
  { format, read, groups }: Adapter,
  written: Written,
  files: readonly InFile[],
): Promise<void> {
  if (!read) throw new Error(`“${format.id}” has no reader that could prove it`)
  const { carries } = format
  const registry = toldBesideMarks(written.frame, carries)
  const frames: Partial<ExportFrame>[] = []
  const parts = partsByArticle(eventsOf(read, groupsOf(files, groups)), (frame) => frames.push(frame))
  for await (const article of written.articles()) {
    const next = await parts.next()
    const found: readonly ReadArticle[] = next.done ? [] : next.value
    if (found.length === 0) throw new Unproven(`“${article.id}” was not read back`)
    if (found[0]?.article.id !== article.id)
      throw new Unproven(`instead of “${article.id}” another article was read back`)
    const difference = differenceFrom(article, found, carries, registry)
    if (difference) throw new Unproven(difference)
  }
  if (!(await parts.next()).done) throw new Unproven('more was read back than was written')
  const fault = frameFault(written.frame, frames, carries)
  if (fault) throw new Unproven(fault)
}

/** Actors whom a format tells of with the marks that name them. */
const toldBesideMarks = (frame: ExportFrame, { actors, registry }: Carries): ActorsById =>
  registryOf(actors && !registry ? frame : { actors: [] })

function frameFault(
  written: ExportFrame,
  frames: readonly Partial<ExportFrame>[],
  carries: Carries,
): string | null {
  const actors = frames.flatMap((frame) => frame.actors ?? [])
  const scheme = frames.find((frame) => frame.scheme)?.scheme
  if (carries.registry && !equalJson(actors, written.actors)) return 'the actors are other ones'
  return carries.scheme && !equalJson(scheme, written.scheme) ? 'the scheme is another one' : null
}

/** The files of each group, in the groups' order. Without groups each file is one. */
export function groupsOf(
  files: readonly InFile[],
  groups: Adapter['groups'],
): readonly (readonly InFile[])[] {
  if (!groups) return files.map((file) => [file])
  const byPath = new Map(files.map((file) => [file.path, file]))
  return groups([...byPath.keys()]).map((paths) => paths.map((path) => byPath.get(path) as InFile))
}

async function* eventsOf(
  read: NonNullable<Adapter['read']>,
  groups: readonly (readonly InFile[])[],
): AsyncGenerator<ReadEvent> {
  for (const files of groups) yield* read(files)
}

/** All parts of one article after those of another. @throws {Unproven} for what its reader refuses. */
async function* partsByArticle(
  events: AsyncIterable<ReadEvent>,
  onFrame: (frame: Partial<ExportFrame>) => void,
): AsyncGenerator<readonly ReadArticle[]> {
  let parts: ReadArticle[] = []
  for await (const event of events) {
    if (event.kind === 'refused') throw new Unproven(refusalWords(event))
    if (event.kind === 'frame') onFrame(event.frame)
    if (event.kind !== 'article') continue
    const isSame = parts.every(({ article }) => article.id === event.article.id)
    if (!isSame) yield parts
    parts = isSame ? [...parts, event] : [event]
  }
  if (parts.length > 0) yield parts
}

/** “marks.jsonl”, line 3: This is not JSON, or only a part of it. */
export const refusalWords = ({ file, line, reason }: Refusal): string =>
  `“${file}”${line === undefined ? '' : `, line ${line}`}: ${reason}`
