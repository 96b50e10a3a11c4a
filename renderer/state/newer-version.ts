import type { NewerText } from '#shared/ipc/versions.ts'
import { bridge } from '../bridge.ts'
import { loadArticle } from './articles.ts'
import { inBulk } from './bulk.ts'
import { desk, say, showSheet } from './desk.ts'
import { replacedSentence } from './replaced-words.ts'

const READ_ONLY = 'This workspace can only be read, so no text can take the place of another.'

const isReadOnly = (): boolean => desk.getState().workspace?.access.kind !== 'write'

/** Lets another text be the newer version of an article's. True when it is. */
export async function takeNewer(articleId: string, newer: NewerText): Promise<boolean> {
  if (isReadOnly()) {
    say(READ_ONLY)
    return false
  }
  const replace = () => bridge.request('versions:replace', articleId, newer)
  const answer = await inBulk('Take a newer text', replace, { canStop: false })
  if (!answer) return false
  if (!answer.ok) {
    say(answer.problem.sentence)
    return false
  }
  await loadArticle(answer.value.articleId)
  say(replacedSentence(answer.value))
  return true
}

/** The article as its original reads in another encoding. */
export async function takeEncoding(articleId: string, encoding: string): Promise<void> {
  showSheet(null)
  await takeNewer(articleId, { kind: 'encoding', encoding })
}

/** Asks of which article the open one is the newer version. */
export function askForEarlier(): void {
  const { open } = desk.getState()
  if (!open) say('Open the newer article first.')
  else if (isReadOnly()) say(READ_ONLY)
  else if (open.record.earlier) say('This article is the newer version of another one already.')
  else showSheet({ kind: 'earlier-article', laterId: open.article.id })
}
