import type { NewerText, Replaced } from '#shared/ipc/versions.ts'
import { bridge } from '../bridge.ts'
import { loadArticle } from './articles.ts'
import { desk, say, showSheet } from './desk.ts'
import { readAgain } from './editing.ts'

/** Lets another text be the newer version of an article's. True when it is. */
export async function takeNewer(articleId: string, newer: NewerText): Promise<boolean> {
  if (desk.getState().workspace?.access.kind !== 'write') {
    say('This workspace can only be read, so no text can take the place of another.')
    return false
  }
  const answer = await bridge.request('versions:replace', articleId, newer)
  if (!answer) return false
  if (!answer.ok) {
    say(answer.problem.sentence)
    return false
  }
  await readAgain()
  await loadArticle(answer.value.articleId)
  say(sentenceOf(answer.value))
  return true
}

/** The article as its original reads in another encoding. */
export async function takeEncoding(articleId: string, encoding: string): Promise<void> {
  showSheet(null)
  await takeNewer(articleId, { kind: 'encoding', encoding })
}

function sentenceOf(replaced: Replaced): string {
  if (replaced.kind === 'apart')
    return 'The new text is an article of its own; the old one can be read no more, so its marks stay with it.'
  const { exact = 0, moved = 0, review = 0 } = replaced.counts
  const carried = exact + moved
  const rest = review > 0 ? ` ${review} wait to be placed: see Collect, Changed.` : ''
  return `This is the newer version now, with ${carried} ${carried === 1 ? 'mark' : 'marks'} of the old one.${rest}`
}
