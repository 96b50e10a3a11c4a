import { namedAnnotator } from '#electron/brought/named-annotator.ts'
import { listAnnotators } from '#electron/library/catalogue.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { WorkProgress } from '#shared/ipc/exchange.ts'
import type { MergedAnnotator, MergePreview } from '#shared/ipc/merging.ts'
import { addedScheme } from './added-scheme.ts'
import type { Colleague } from './colleague.ts'
import { marksIn } from './marks-in.ts'
import { annotatorsThere, Merging } from './merging.ts'

export type PreviewParts = {
  readonly workspace: Workspace
  readonly annotator: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: WorkProgress) => void
}

const CANCELLED = 'It was cancelled, and nothing was merged.'

/** What a merge would bring, with the names that it proposes. Changes nothing. */
export async function mergePreview(colleague: Colleague, parts: PreviewParts): Promise<Result<MergePreview>> {
  const { workspace, signal, onProgress } = parts
  const as = await proposedNames(colleague, parts)
  const merging = await Merging.of(colleague, workspace, as)
  const here = await listAnnotators(workspace)
  const rows = new Map<string, MergedAnnotator>()
  for (const [name, named] of as) rows.set(name, { ...NONE, name, as: named, isHere: here.includes(named) })
  let done = 0
  for await (const { said } of merging.saidOfArticles()) {
    if (signal.aborted) return failed(CANCELLED)
    for (const one of said)
      rows.set(one.name, withMarks(rows.get(one.name), one.record && marksIn(one.record)))
    onProgress({ done: ++done, total: merging.articles.length })
  }
  return ok({
    name: colleague.name,
    articlesHere: merging.articles.filter(({ isHere }) => isHere).length,
    articlesNew: merging.articles.filter(({ isHere }) => !isHere).length,
    annotators: [...rows.values()],
    actors: await newActors(merging),
    scheme: addedScheme(workspace.manifest.scheme, colleague.workspace.manifest.scheme).words,
    refused: merging.refused.all,
  })
}

const NONE = { articles: 0, annotations: 0, added: 0, same: 0, differing: 0 } as const

type Marks = ReturnType<typeof marksIn>

function withMarks(row: MergedAnnotator | undefined, marks: Marks | null): MergedAnnotator {
  if (!row) throw new Error('An article was annotated by somebody who is not listed')
  if (!marks) return row
  return {
    ...row,
    articles: row.articles + 1,
    annotations: row.annotations + marks.all,
    added: row.added + marks.added,
    same: row.same + marks.same,
    differing: row.differing + marks.differing,
  }
}

async function newActors(merging: Merging): Promise<number> {
  const ids = new Set<string>()
  for await (const { registry } of merging.saidBesides()) {
    if (!registry) continue
    for (const id of registry.merged.actors.keys()) if (!registry.ours.actors.has(id)) ids.add(id)
  }
  return ids.size
}

/**
 * What each annotator there is called here. Whoever has the name of the one who merges, in a workspace that is no copy of
 * this one, is likely somebody else, and gets another name.
 */
async function proposedNames(
  colleague: Colleague,
  { workspace, annotator }: PreviewParts,
): Promise<ReadonlyMap<string, string>> {
  const there = await annotatorsThere(colleague)
  const isCopy = colleague.workspace.manifest.id === workspace.manifest.id
  const taken = new Set([...there, ...(await listAnnotators(workspace)), annotator].map(folded))
  const proposed = new Map<string, string>()
  for (const name of there) {
    const isMine = folded(name) === folded(annotator) && !isCopy
    const isFit = !isMine && (await namedAnnotator(workspace, name)).ok
    proposed.set(name, isFit ? name : freeName(name, taken))
  }
  return proposed
}

const folded = (name: string): string => name.toLowerCase()

function freeName(name: string, taken: Set<string>): string {
  for (let number = 2; ; number++) {
    const free = `${name} ${number}`
    if (taken.has(folded(free))) continue
    taken.add(folded(free))
    return free
  }
}
