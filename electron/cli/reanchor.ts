import { wantedAnnotators } from '#electron/export/contributions.ts'
import { annotatorName } from '#electron/library/ids.ts'
import { silentEvents } from '#electron/library/store-events.ts'
import { acquireLock } from '#electron/library/workspace-lock.ts'
import { WorkspaceStore } from '#electron/library/workspace-store.ts'
import { directly } from '#electron/versions/directly.ts'
import type { Reading } from '#electron/versions/newer-text.ts'
import { replaceArticle } from '#electron/versions/replacing.ts'
import { type AnchoredRow, reportAnchoring, rowsOf } from '#electron/versions/report.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import { type Answer, type Command, refusal, textOption, WrongUse } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

export const reanchorCommand: Command = {
  name: 'reanchor',
  usage: '<workspace> <article-id> --text <new file> [--annotator N] [--json]',
  summary:
    'Tells where annotations stand in a newer text of their article; with --annotator, takes it and carries them over.',
  options: { text: { type: 'string' }, annotator: { type: 'string' } },
  arguments: [2, 2],
  run: async (input) => {
    const path = textOption(input, 'text')
    const named = textOption(input, 'annotator')
    if (!path) throw new WrongUse('--text is missing')
    return inWorkspace(async (workspace) => {
      const { parser } = input
      const asked = { workspace, parser, articleId: input.positionals[1] ?? '', path }
      const rows = named === undefined ? await reported(asked) : await taken(asked, named)
      return rows.ok ? answerOf(rows.value) : refusal(rows.problem.sentence)
    })(input)
  },
}

type Asked = Reading & { readonly articleId: string; readonly path: string }

function answerOf(annotations: readonly AnchoredRow[]): Answer {
  const lines = annotations.map(({ id, outcome, start, end }) =>
    start === undefined ? `${outcome}  ${id}` : `${outcome}  ${id}  ${start}–${end}`,
  )
  return { json: { annotations }, lines }
}

/** Writes nothing. */
async function reported({ articleId, path, ...reading }: Asked): Promise<Result<readonly AnchoredRow[]>> {
  const annotators = await wantedAnnotators(reading.workspace, null)
  return annotators.ok
    ? reportAnchoring(reading, articleId, { annotators: annotators.value, path })
    : annotators
}

async function taken(asked: Asked, typed: string): Promise<Result<readonly AnchoredRow[]>> {
  const name = annotatorName(typed)
  if (!name.ok) return name
  const lock = await acquireLock(asked.workspace.root)
  if (lock.kind === 'held') return failed('This workspace is open in Glosswright; close it there first.')
  const store = new WorkspaceStore({
    workspace: asked.workspace,
    annotator: name.value,
    events: silentEvents,
  })
  try {
    return await takenIn(asked, name.value, store)
  } finally {
    await store.close()
    await lock.release()
  }
}

async function takenIn(
  { workspace, parser, articleId, path }: Asked,
  annotator: string,
  store: WorkspaceStore,
): Promise<Result<readonly AnchoredRow[]>> {
  const parts = { workspace, parser, annotator, flush: () => store.flush(), make: directly(workspace, store) }
  const replaced = await replaceArticle(parts, articleId, { kind: 'file', path })
  if (!replaced.ok) return replaced
  await store.flush()
  return rowsOf(workspace, annotator, { earlierId: articleId, laterId: replaced.value.articleId })
}
