import { type LineMark, markOf, type Pass } from './line-marks.ts'
import { PAGE_NUMBER } from './notice-rules.ts'
import { endsAsSentence, type TextLine } from './text-lines.ts'

/**
 * Printed pages have a line that stands on each of them, beside the page's number. A line that is repeated for another
 * reason, a speaker's name say, has no number beside it.
 */
const LONGEST = 120
const FEWEST = 3

export const markRunningLines: Pass = ({ lines, headline }, marks) => {
  const found: (LineMark | null)[] = [...marks]
  for (const places of repeated(lines)) {
    const numbered = places.filter((i) => numberBeside(lines, i) !== undefined)
    if (numbered.length < FEWEST) continue
    for (const i of places) if (i !== headline) found[i] ??= RUNNING
    for (const i of numbered) found[numberBeside(lines, i) as number] ??= NUMBER
  }
  return found
}

const RUNNING = markOf('other', 'a line that stands on each page')
const NUMBER = markOf('other', 'a page number')

/** Where each short line stands that is there often enough, its digits aside. */
function repeated(lines: readonly TextLine[]): readonly (readonly number[])[] {
  const places = new Map<string, number[]>()
  lines.forEach(({ bare }, i) => {
    if (bare.length === 0 || bare.length > LONGEST || isPageNumber(bare) || endsAsSentence(bare)) return
    const key = bare.replace(/\d+/gu, '#')
    const known = places.get(key)
    if (known) known.push(i)
    else places.set(key, [i])
  })
  return [...places.values()].filter(({ length }) => length >= FEWEST)
}

const numberBeside = (lines: readonly TextLine[], i: number): number | undefined =>
  [i + 1, i - 1].find((at) => isPageNumber(lines[at]?.bare ?? ''))

const isPageNumber = (bare: string): boolean => /^[-– ]*\d{1,4}[-– ]*$/u.test(bare) || PAGE_NUMBER.test(bare)
