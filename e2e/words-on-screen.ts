import type { Locator } from '@playwright/test'

type Place = { readonly x: number; readonly y: number }

/** Where the first `words` of a left-to-right text begin and end on the screen, once they are scrolled to. */
export const wordsOnScreen = (text: Locator, words: string): Promise<{ start: Place; end: Place }> =>
  text.evaluate((element, wanted) => {
    const blocks = [...element.querySelectorAll('p')]
    const start = blocks
      .map(({ textContent }) => textContent)
      .join('\n')
      .indexOf(wanted)
    if (start < 0) throw new Error(`“${wanted}” is not in the text`)

    const characterAt = (offset: number): Range => {
      let rest = offset
      for (const block of blocks) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          if (rest < node.length) {
            const range = document.createRange()
            range.setStart(node, rest)
            range.setEnd(node, rest + 1)
            return range
          }
          rest -= node.length
        }
        rest -= 1
      }
      throw new Error(`There is no character at ${offset}`)
    }
    const first = characterAt(start)
    // By its line: the words may lie in a mark or not, and the place shall be the same.
    first.startContainer.parentElement?.closest('p')?.scrollIntoView({ block: 'center' })
    const begin = first.getBoundingClientRect()
    const end = characterAt(start + wanted.length - 1).getBoundingClientRect()
    const middle = (box: DOMRect) => (box.top + box.bottom) / 2
    return {
      start: { x: begin.left + 1, y: middle(begin) },
      end: { x: end.right - 1, y: middle(end) },
    }
  }, words)
