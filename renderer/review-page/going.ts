import type { ReviewDesk } from './review-desk.ts'

/**
 * Looks at the next mark that the filter lets through, or the one before; past the article's last one, at the first one of
 * the next article. False where there is none.
 */
export function goMark(desk: ReviewDesk, step: 1 | -1): boolean {
  const { marks, current } = desk
  const at = current ? marks.findIndex(({ key }) => key === current.key) : step > 0 ? -1 : marks.length
  for (let index = at + step; index >= 0 && index < marks.length; index += step) {
    const shown = marks[index]
    if (shown && desk.isShown(shown)) {
      desk.show(shown)
      return true
    }
  }
  if (!desk.data.articles[desk.articleIndex + step]) return false
  desk.open(desk.articleIndex + step)
  return goMark(desk, step)
}
