import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Result } from '#shared/domain/result.ts'
import type { ImportedFile, ImportReport, ResumableImport } from '#shared/ipc/importing.ts'
import { bridge } from '../bridge.ts'
import { alikeAmong } from './alike.ts'
import { openArticle } from './articles.ts'
import { showCollect } from './collect.ts'
import { desk, focusPane, say, showSheet } from './desk.ts'
import { summaryOf } from './import-words.ts'
import { boundNow, keysIn, withKeys } from './keys.ts'

/** What was imported into the workspace since it was opened, the last first. */
export type ImportedRow = ImportedFile & { readonly key: number }
export const OUTCOMES = ['all', 'imported', 'duplicate', 'failed'] as const
export type OutcomeShown = (typeof OUTCOMES)[number]

export type Imports = {
  readonly rows: readonly ImportedRow[]
  readonly shown: OutcomeShown
  /** Index into the rows that are shown, -1 where there are none. */
  readonly chosen: number
  /** The sentence about the last import. */
  readonly last: string | null
  /** Names of the files that it left out. */
  readonly leftOut: readonly string[]
  /** How many of its articles are nearly the same as others. */
  readonly alike: number
  /** An import that was cut off, and can go on. */
  readonly cutOff: ResumableImport | null
  /** How many columns of tables were settled for good. */
  readonly remembered: number
}

const nothing: Imports = {
  rows: [],
  shown: 'all',
  chosen: -1,
  last: null,
  leftOut: [],
  alike: 0,
  cutOff: null,
  remembered: 0,
}

export const imports = createStore<Imports>()(() => nothing)

export const useImports = <T>(select: (state: Imports) => T): T => useStore(imports, select)

export const forgetImports = (): void => imports.setState(nothing)

export const rowsShown = ({ rows, shown }: Pick<Imports, 'rows' | 'shown'>): readonly ImportedRow[] =>
  shown === 'all' ? rows : rows.filter(({ outcome }) => outcome === shown)

export const showOutcome = (shown: OutcomeShown): void =>
  imports.setState(({ rows }) => ({ shown, chosen: rowsShown({ rows, shown }).length > 0 ? 0 : -1 }))

export const chooseImported = (chosen: number): void => imports.setState({ chosen })

export const chosenImported = (state: Imports): ImportedRow | undefined => rowsShown(state)[state.chosen]

/** Shows the article that the chosen file became. */
export async function openImported(): Promise<void> {
  const { articleId, reason } = chosenImported(imports.getState()) ?? {}
  if (articleId === undefined) return say(reason ?? null)
  await openArticle(articleId)
  focusPane('reader')
}

/** Tries files again that failed; their rows go, and come again with what becomes of them. */
export async function tryAgain(failed: readonly ImportedRow[]): Promise<void> {
  const rows = failed.flatMap(({ row }) => row ?? [])
  if (rows.length === 0) return
  const gone = new Set(failed)
  imports.setState(({ rows: before, shown, chosen }) => {
    const left = before.filter((row) => !gone.has(row))
    return { rows: left, chosen: Math.min(chosen, rowsShown({ rows: left, shown }).length - 1) }
  })
  await bridge.request('import:again', rows)
}

/** Looks whether an import was cut off, by the analyst or with the app. */
export async function readCutOff(): Promise<ResumableImport | null> {
  const cutOff = await bridge.request('import:resumable')
  imports.setState({ cutOff })
  return cutOff
}

/** Says at the start that an import was cut off. */
export async function tellCutOff(): Promise<void> {
  const cutOff = await readCutOff()
  if (cutOff) say(`The import of “${cutOff.name}” was cut off. The view Collect can go on with it.`)
}

export function goOnImporting(): Promise<null> {
  imports.setState({ cutOff: null })
  return bridge.request('import:resume')
}

export async function forgetCutOff(): Promise<void> {
  await bridge.request('import:forget')
  await readCutOff()
}

export async function readRemembered(): Promise<void> {
  imports.setState({ remembered: await bridge.request('import:remembered-tables') })
}

/** Tables are asked about anew from now on. */
export async function forgetRemembered(): Promise<void> {
  await bridge.request('import:forget-tables')
  await readRemembered()
  say('What was remembered of columns is forgotten; the next table that needs it is asked about.')
}

/** So many files are told of one by one; of more, a sentence tells, and what is being read stays open. */
const FEW = 20

const isSmall = ({ files, untried }: ImportReport): boolean => files.length + untried <= FEW

export async function finishImport(result: Result<ImportReport>): Promise<void> {
  desk.setState({ importing: null })
  void readCutOff()
  void readRemembered()
  if (!result.ok) return say(result.problem.sentence)
  const report = result.value
  addRows(report)
  if (isSmall(report) || !desk.getState().open) await openFirstOf(report)
  tell(report)
  await tellAlike(report)
}

async function openFirstOf({ files }: ImportReport): Promise<void> {
  const first =
    files.find(({ outcome }) => outcome === 'imported') ?? (files.length === 1 ? files[0] : undefined)
  if (first?.articleId) await openArticle(first.articleId)
}

function tell(report: ImportReport): void {
  const { files, untried } = report
  const isPlain = ({ outcome, certainty = 100 }: ImportedFile) => outcome === 'imported' && certainty === 100
  if (untried === 0 && files.length > 0 && files.every(isPlain))
    say(files.length === 1 ? 'The article is imported.' : `${files.length} articles are imported.`)
  else if (!isSmall(report)) say(`${summaryOf(report)} The view Collect shows each.`)
  else showSheet({ kind: 'import', report })
}

/** What came in by itself is told in a sentence, and not at all where it is here already. */
export async function adoptWatched(report: ImportReport): Promise<void> {
  const news = report.files.filter(({ outcome }) => outcome !== 'duplicate')
  if (news.length === 0) return
  addRows({ ...report, files: news })
  const [first] = news
  if (first?.outcome === 'failed') say(`Out of the watched folder: ${first.reason}`)
  else if (news.length === 1) say(`“${first?.name}” came in out of the watched folder.`)
  else say(`Out of the watched folder: ${summaryOf({ ...report, files: news })}`)
  await tellAlike(report)
}

let nextKey = 0

function addRows(report: ImportReport): void {
  const rows = report.files.map((file) => ({ ...file, key: nextKey++ }))
  imports.setState(({ rows: before, shown }) => {
    const all = [...rows, ...before]
    return {
      rows: all,
      chosen: rowsShown({ rows: all, shown }).length > 0 ? 0 : -1,
      last: summaryOf(report),
      leftOut: report.skipped,
      alike: 0,
    }
  })
}

/** Looked for afterwards: the articles can be read meanwhile. */
async function tellAlike({ files }: ImportReport): Promise<void> {
  const ids = files.flatMap(({ outcome, articleId }) =>
    outcome === 'imported' && articleId !== undefined ? [articleId] : [],
  )
  if (ids.length === 0) return
  const key = nextKey
  const alike = await alikeAmong(new Set(ids))
  const isOfTheLast = key === nextKey
  if (alike === 0 || !isOfTheLast) return
  imports.setState({ alike })
  const where = `${withKeys('Collect', keysIn(boundNow(), 'view.collect'))} compares them.`
  say([desk.getState().notice, alikeSentence(alike), where].filter(Boolean).join(' '), {
    title: 'Compare',
    go: () => showCollect('alike'),
  })
}

export const alikeSentence = (count: number): string =>
  count === 1
    ? 'One is nearly the same as an article you have.'
    : `${count} are nearly the same as articles you have.`
