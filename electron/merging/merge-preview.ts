import { listAnnotators } from '#electron/library/catalogue.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Change } from '#shared/domain/edit.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { WorkProgress } from '#shared/ipc/exchange.ts'
import type { MergedAnnotator, MergePreview } from '#shared/ipc/merging.ts'
import { addedScheme } from './added-scheme.ts'
import { articlesThere } from './articles-there.ts'
import { changesBesides, changesOf, teamChanges } from './changes-between.ts'
import type { Colleague } from './colleague.ts'
import { marksIn } from './marks-in.ts'
import { Merging } from './merging.ts'
import { proposedNames } from './proposed-names.ts'

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
  const articles = await articlesThere(colleague, workspace)
  const as = await proposedNames(colleague, articles, parts)
  const merging = new Merging(colleague, workspace, as, articles)
  const here = await listAnnotators(workspace)
  const rows = new Map<string, MergedAnnotator>()
  for (const [name, named] of as) {
    const isHere = here.includes(named) || named === parts.annotator
    rows.set(name, { ...NONE, name, as: named, isHere })
  }
  let [done, changes] = [0, 0]
  for await (const { said } of merging.saidOfArticles()) {
    if (signal.aborted) return failed(CANCELLED)
    for (const one of said) {
      changes += changesOf(one).length
      rows.set(one.name, withMarks(rows.get(one.name), one.record && marksIn(one.record)))
    }
    onProgress({ done: ++done, total: articles.length })
  }
  const besides = await changesAll(merging)
  changes += besides.length + teamChanges(await merging.team()).length
  const [ours, theirs] = [workspace.manifest.scheme, colleague.workspace.manifest.scheme]
  const { scheme, words } = addedScheme(ours, theirs)
  const articlesNew = articles.filter(({ isHere }) => !isHere).length
  return ok({
    name: colleague.name,
    articlesHere: articles.length - articlesNew,
    articlesNew,
    annotators: [...rows.values()],
    actors: newActors(besides),
    scheme: words,
    isNothingNew: changes === 0 && articlesNew === 0 && scheme === ours,
    refused: merging.refused.all,
  })
}

const NONE = { articles: 0, annotations: 0, added: 0, changed: 0, same: 0, differing: 0 } as const

type Marks = ReturnType<typeof marksIn>

function withMarks(row: MergedAnnotator | undefined, marks: Marks | null): MergedAnnotator {
  if (!row) throw new Error('An article was annotated by somebody who is not listed')
  if (!marks) return row
  return {
    ...row,
    articles: row.articles + 1,
    annotations: row.annotations + marks.all,
    added: row.added + marks.added,
    changed: row.changed + marks.changed,
    same: row.same + marks.same,
    differing: row.differing + marks.differing,
  }
}

async function changesAll(merging: Merging): Promise<readonly Change[]> {
  const changes: Change[] = []
  for await (const besides of merging.saidBesides()) changes.push(...changesBesides(besides))
  return changes
}

/** Several annotators may have the same one. */
const newActors = (changes: readonly Change[]): number =>
  new Set(changes.flatMap((change) => (change.kind === 'actor' && change.before === null ? [change.id] : [])))
    .size
