import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parserHere } from '#electron/import/testing/parser-here.ts'
import { addedArticle, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Session } from '#electron/session.ts'
import { manualAnnotation } from '#shared/domain/annotation.ts'
import { marking, now } from '#shared/testing/samples.ts'

const silent = {
  onMerged: () => undefined,
  onCleaningMerged: () => undefined,
  onTeamMerged: () => undefined,
  onRegistryMerged: () => undefined,
  onSchemeMerged: () => undefined,
  onProblem: () => undefined,
  onSaved: () => undefined,
  onArticlesChanged: () => undefined,
  onArticlesEdited: () => undefined,
  onBulkProgress: () => undefined,
}

const open: Session[] = []
export async function closeSessions(): Promise<void> {
  for (const session of open.splice(0)) await session.close()
}

export const OLD = `Harbour talks resume
Foreign Minister Ana Ruiz promised on Monday that the strait would be reopened within a month.
The port authority accused the strikers of cutting a cable, and asked the court for an order.
`
export const NEWER = `Updated at noon\n${OLD.replace('asked the court for an order', 'went to court')}`

/** An article with two annotations, of which `m2` points to `m1`, and a session in its workspace. */
export async function deskWith(text = OLD) {
  const workspace = await tempWorkspace()
  const { article } = await addedArticle(workspace, text, 'Harbour talks')
  const session = await sessionIn(workspace)
  must(await session.openRecord(article.id))
  for (const [id, words] of Object.entries({ m1: 'Ana Ruiz', m2: 'asked the court for an order' })) {
    const start = text.indexOf(words)
    const annotation = manualAnnotation({ id, label: 'actor', start, end: start + words.length, now })
    const roles = id === 'm1' ? {} : { target: [{ mention: 'm1' }] }
    await session.edit(article.id, marking({ ...annotation, roles }), { kind: 'do' })
  }
  await session.flush()
  return { workspace, session, id: article.id }
}

export const partsOf = (session: Session) => ({ ...session.versionParts(), parser: parserHere })

export async function sessionIn(workspace: Workspace): Promise<Session> {
  const session = await Session.open(workspace, 'Ana', silent)
  open.push(session)
  return session
}

export const fileOf = (workspace: Workspace, id: string) =>
  readFile(join(workspace.root, `annotators/Ana/${id}.json`), 'utf8')

export async function markedWords(session: Session, id: string): Promise<Record<string, string>> {
  const opened = must(await session.openArticle(id))
  const marks = JSON.parse(opened.record.annotations) as { id: string; start: number; end: number }[]
  return Object.fromEntries(marks.map((mark) => [mark.id, opened.text.slice(mark.start, mark.end)]))
}
