import { readReviewAnswers, reviewAnswersToFile } from '#shared/format/review-answers.ts'
import { element } from './element.ts'
import type { ReviewDesk } from './review-desk.ts'

/** Gives the browser the answers as a file to download, and says what to do with it. */
export function saveAnswers(desk: ReviewDesk, say: (words: string) => void): void {
  const name = `${fileWords(desk.data.workspace.name)} - review by ${fileWords(desk.reviewer)}.json`
  const url = URL.createObjectURL(
    new Blob([reviewAnswersToFile(desk.answers())], { type: 'application/json' }),
  )
  const link = element('a', { attributes: { href: url, download: name } })
  document.body.append(link)
  link.click()
  link.remove()
  // The browser needs the address until it has begun to read.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  desk.saved()
  say(`Saved as “${name}” with your downloads. Please send that file to ${desk.data.by}.`)
}

const fileWords = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60) || 'review'

/** Takes answers that were saved before. */
export async function loadAnswers(desk: ReviewDesk, file: File, say: (words: string) => void): Promise<void> {
  const read = readReviewAnswers(await file.text(), file.name)
  if (read.kind !== 'current') return say(read.sentence)
  const { workspace, reviewer } = read.value
  if (workspace.id !== desk.data.workspace.id)
    return say(`“${file.name}” answers another review file, of “${workspace.name}”; nothing was loaded.`)
  if (desk.reviewer !== '' && desk.reviewer !== reviewer)
    return say(
      `“${file.name}” holds the answers of ${reviewer}, and you are ${desk.reviewer}; nothing was loaded.`,
    )
  if (desk.reviewer === '') desk.setReviewer(reviewer)
  const { taken, refused } = desk.takeBack(read.value)
  say([loadedWords(taken), ...refused.slice(0, 3)].join(' '))
}

const loadedWords = (taken: number): string =>
  taken === 0 ? 'All of these answers are here already.' : 'Your answers were loaded.'
