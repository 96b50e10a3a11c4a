import type { Desk } from '../desk.ts'
import { filesOf, type ImportOptions, type ImportReport, importPaths } from '../import/import-files.ts'
import { ImportLedger } from '../import/import-ledger.ts'
import type { Session } from '../session.ts'
import type { ImportOrder, UnfinishedImports } from '../unfinished-imports.ts'
import { NewArticles } from './new-articles.ts'
import type { Send } from './wire.ts'

/**
 * The work of an import. What was asked for is kept until it is done, so that an import that is cancelled, or ends with
 * the app, can go on from where it was; new articles are told to the page in bunches while it runs.
 */
export type ImportWork = {
  readonly desk: Desk
  readonly send: Send
  readonly unfinished: UnfinishedImports
}

type Options = Pick<ImportOptions, 'signal' | 'onProgress' | 'choices'>

export async function beginImport(
  work: ImportWork,
  paths: readonly string[],
  options: Options,
): Promise<ImportReport> {
  const session = sessionOf(work.desk)
  work.unfinished.keep(session.workspace.manifest.id, await orderOf(paths, options.choices))
  return carryOut(work, session, { paths, options, ledger: await ImportLedger.begin(session.workspace) })
}

/** Null where there is nothing to go on with. */
export async function goOnImporting(
  work: ImportWork,
  options: Omit<Options, 'choices'>,
): Promise<ImportReport | null> {
  const session = sessionOf(work.desk)
  const order = work.unfinished.of(session.workspace.manifest.id)
  if (!order) return null
  const choices = (path: string) => order.choices[path]
  const ledger = await ImportLedger.goOn(session.workspace)
  return carryOut(work, session, { paths: order.paths, options: { ...options, choices }, ledger })
}

/** Nobody wants to go on with it. */
export async function forgetImport({ desk, unfinished }: ImportWork): Promise<void> {
  const { workspace } = sessionOf(desk)
  unfinished.forget(workspace.manifest.id)
  await (await ImportLedger.goOn(workspace)).remove()
}

type Work = { readonly paths: readonly string[]; readonly options: Options; readonly ledger: ImportLedger }

async function carryOut(
  { desk, send, unfinished }: ImportWork,
  session: Session,
  { paths, options, ledger }: Work,
): Promise<ImportReport> {
  const { workspace } = session
  const fresh = new NewArticles(session.catalogue, (change) => {
    if (desk.session === session) send('articles-changed', change)
  })
  const onImported = (articleId: string) => fresh.add(articleId)
  const report = await importPaths(workspace, paths, { ...options, parser: desk.parser, onImported, ledger })
  await fresh.tell()
  if (!options.signal?.aborted) {
    unfinished.forget(workspace.manifest.id)
    await ledger.remove()
  }
  return report
}

async function orderOf(paths: readonly string[], choices: Options['choices']): Promise<ImportOrder> {
  if (!choices) return { paths, choices: {} }
  const settled = (await filesOf(paths)).flatMap((path) => {
    const choice = choices(path)
    return choice ? [[path, choice] as const] : []
  })
  return { paths, choices: Object.fromEntries(settled) }
}

function sessionOf({ session }: Desk): Session {
  if (!session) throw new Error('No workspace is open.')
  return session
}
