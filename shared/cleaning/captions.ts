import { GALLERY_LINE } from './credit-rules.ts'
import { type LineMark, markOf, type Pass } from './line-marks.ts'
import type { TextLine } from './text-lines.ts'

/**
 * A page shows one caption in several places: under the picture, in its gallery, in place of the picture. Word for word the
 * same line a few lines on is the caption again; what a gallery repeats was a caption the first time, too. A sentence that
 * nothing shows to be a caption may stand twice.
 */
const SHORTEST = 40
const NEAR = 3

export const markCaptions: Pass = ({ lines, headline }, marks) => {
  const found: (LineMark | null)[] = [...marks]
  const lastAt = new Map<string, number>()
  lines.forEach((line, i) => {
    const words = captionOf(line)
    if (words.length < SHORTEST || i === headline) return
    const earlier = lastAt.get(words)
    lastAt.set(words, i)
    if (earlier !== undefined) markPair(found, lines, earlier, i)
    else markBelowPicture(found, lines, i)
  })
  return found
}

function markPair(found: (LineMark | null)[], lines: readonly TextLine[], first: number, second: number) {
  const isGallery = GALLERY_LINE.test(lines[second]?.bare ?? '')
  const isCaption = found[first]?.kind === 'photo credit' && second - first <= NEAR
  if (!isGallery && !isCaption) return
  found[first] ??= CAPTION
  found[second] = markOf('repeated caption', 'a caption that stands here a second time')
}

const CAPTION = markOf('photo credit', 'a caption that stands here twice')

/** A caption that begins as the words in place of its picture do, with its credit behind them. */
function markBelowPicture(found: (LineMark | null)[], lines: readonly TextLine[], i: number): void {
  const above = lines[i - 1]
  if (isPicture(above) && captionOf(lines[i]).startsWith(captionOf(above))) found[i] ??= CAPTION
}

const isPicture = (line: TextLine | undefined): line is TextLine => line?.text.startsWith('![') ?? false

/** What of a line would be the same were it shown elsewhere. */
function captionOf(line: TextLine | undefined): string {
  const [, alternative] = /^!\[([^\]]*)\]/u.exec(line?.text ?? '') ?? []
  return (alternative ?? line?.bare ?? '')
    .replace(GALLERY_LINE, '')
    .replace(/\| ?(?:license|buy) (?:this )?photo$/iu, '')
    .trim()
}
