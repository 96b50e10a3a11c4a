import { create } from 'zustand'
import type { Result } from '#shared/domain/result.ts'
import type { BroughtText, EncodingChoice, MadeArticle, TableAnswer } from '#shared/ipc/importing.ts'
import { bridge } from '../bridge.ts'
import { openArticle } from './articles.ts'
import { desk, focusPane, say, showSheet } from './desk.ts'
import { adoptWatched } from './imports.ts'

/** Ways in which articles come in besides files that are chosen: pasted and dropped words, and a folder that is watched. */
const watching = create<{ readonly folder: string | null }>(() => ({ folder: null }))

export const useWatched = (): string | null => watching(({ folder }) => folder)

export function listenToBringing(): void {
  bridge.listen('import-asks', (question) => showSheet({ kind: 'tables', question, answers: [] }))
  bridge.listen('watch-imported', (report) => void adoptWatched(report))
  bridge.listen('watch-changed', (folder) => watching.setState({ folder }))
}

export async function readWatched(): Promise<void> {
  watching.setState({ folder: await bridge.request('watch:read') })
}

export async function watchFolder(): Promise<void> {
  const answer = await bridge.request('watch:choose')
  if (!answer) return
  if (!answer.ok) return say(answer.problem.sentence)
  say(
    `New files in “${answer.value}” are imported by themselves from now on; what is in it already stays out.`,
  )
}

export async function stopWatching(): Promise<void> {
  const { folder } = watching.getState()
  if (folder === null) return say('No folder is watched.')
  await bridge.request('watch:stop')
  say(`“${folder}” is not watched any more.`)
}

export const pasteArticle = async (): Promise<void> =>
  showMade(await bridge.request('import:paste'), 'A new article was made of what was on the clipboard.')

export const bringText = async (brought: BroughtText): Promise<void> =>
  showMade(await bridge.request('import:bring-text', brought), 'A new article was made of the words.')

async function showMade(made: Result<MadeArticle>, sentence: string): Promise<void> {
  if (!made.ok) return say(made.problem.sentence)
  await openArticle(made.value.articleId)
  focusPane('reader')
  say(
    made.value.outcome === 'imported'
      ? sentence
      : 'There is an article of these very words already: this one.',
  )
}

/** Answers for the next table of the import that waits, and begins it after the last one. */
export function answerTable(given: TableAnswer): void {
  const { sheet } = desk.getState()
  if (sheet?.kind !== 'tables') return
  const answers = [...sheet.answers, given]
  showSheet({ ...sheet, answers })
  if (answers.length === sheet.question.tables.length) leaveTables()
}

/** Begins the import that waits with what was answered: the other tables are failed rows, to be tried again. */
export function leaveTables(): void {
  const { sheet } = desk.getState()
  if (sheet?.kind !== 'tables') return
  showSheet(null)
  void bridge.request('import:run', sheet.question.id, sheet.answers)
}

export const readEncodings = (articleId: string): Promise<Result<readonly EncodingChoice[]>> =>
  bridge.request('import:encodings', articleId)
