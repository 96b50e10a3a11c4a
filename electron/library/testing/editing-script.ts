import { readArticle } from '#electron/library/articles.ts'
import { must } from '#electron/library/testing/temp-workspace.ts'
import { openWorkspace } from '#electron/library/workspace.ts'
import { WorkspaceStore } from '#electron/library/workspace-store.ts'
import { mark, marking } from '#shared/testing/samples.ts'

/** Marks an article again and again, a few marks at a time, and prints the id of each that was acknowledged. */
const [root, articleId] = process.argv.slice(2) as [string, string]
const workspace = must(await openWorkspace(root))
const source = must(await readArticle(workspace, articleId))
const nothing = () => undefined
const events = {
  onMerged: nothing,
  onRegistryMerged: nothing,
  onCleaningMerged: nothing,
  onTeamMerged: nothing,
  onSchemeMerged: nothing,
  onProblem: nothing,
  onSaved: nothing,
}
const store = new WorkspaceStore({ workspace, annotator: 'Ana', events })
await store.open(source)

async function add(id: string): Promise<void> {
  await store.apply(articleId, marking(mark(id, 0, 7)))
  process.stdout.write(`${id}\n`)
}

for (let round = 0; ; round++) {
  await Promise.all(Array.from({ length: 1 + (round % 4) }, (_, i) => add(`m${round}-${i}`)))
}
