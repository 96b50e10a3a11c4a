import type { Replaced } from '#shared/ipc/versions.ts'

/** What became of an article's annotations when another text took its place, in one or two sentences. */
export function replacedSentence(replaced: Replaced): string {
  if (replaced.kind === 'apart')
    return 'The new text is an article of its own; the old one can be read no more, so its marks stay with it.'
  const { exact, moved, review, gone } = replaced.counts
  const carried = exact + moved
  const waiting = review + gone
  const rest =
    waiting > 0 ? ` ${waiting} ${waiting === 1 ? 'waits' : 'wait'} to be placed: see Collect, Changed.` : ''
  return `This is the newer version now, with ${carried} ${carried === 1 ? 'mark' : 'marks'} of the old one.${rest}`
}
