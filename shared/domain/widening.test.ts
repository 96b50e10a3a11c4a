import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marked, showSpan } from '../testing/marked-text.ts'
import { proseWithSpan } from '../testing/prose.ts'
import { spanContains, spansEqual } from './span.ts'
import { clauseEndAfter, widened } from './widening.ts'
import { wholeGraphemes } from './words.ts'

/** All that is selected while the key is pressed again and again. */
function ladder(source: string): string[] {
  const { text, span } = marked(source)
  const found: string[] = []
  for (let wider = widened(text, span); wider; wider = widened(text, wider)) found.push(showSpan(text, wider))
  return found
}

describe('widening', () => {
  it('goes from the caret to word, clause, sentence and paragraph', () => {
    expect(ladder('He left. Norland agreed to sh[]are data, a senior aide said. Good.')).toEqual([
      'He left. Norland agreed to [share] data, a senior aide said. Good.',
      'He left. [Norland agreed to share data], a senior aide said. Good.',
      'He left. [Norland agreed to share data, a senior aide said]. Good.',
      '[He left. Norland agreed to share data, a senior aide said. Good.]',
    ])
  })

  it.each([
    ['paid 1,000 cr[]owns (or ten)', ['paid 1,000 [crowns] (or ten)', '[paid 1,000 crowns] (or ten)']],
    ['said: “We w[]ill act,” and', ['said: “We [will] act,” and', 'said: “[We will act],” and']],
    [
      'the pact — a fr[]agile one — held',
      ['the pact — a [fragile] one — held', 'the pact — [a fragile one] — held'],
    ],
  ])('takes the clause for what punctuation bounds: %s', (source, [word, clause]) => {
    expect(ladder(source).slice(0, 2)).toEqual([word, clause])
  })

  it('takes in all sentences and paragraphs that a selection touches', () => {
    expect(ladder('One t[wo. Thr]ee four.\nFive.')).toEqual([
      'One [two. Three] four.\nFive.',
      '[One two. Three four].\nFive.',
      '[One two. Three four.]\nFive.',
    ])
    expect(ladder('On[e.\nT]wo.').at(-1)).toBe('[One.\nTwo.]')
  })

  it('ends with the clause, and once it does with the next one', () => {
    const text = 'They agreed to share data, a senior aide said, at once. Good.'
    const ends = [5]
    for (let i = 0; i < 4; i++) ends.push(clauseEndAfter(text, ends.at(-1) as number))
    expect(ends.slice(1).map((end) => text.slice(0, end))).toEqual([
      'They agreed to share data',
      'They agreed to share data, a senior aide said',
      'They agreed to share data, a senior aide said, at once',
      'They agreed to share data, a senior aide said, at once. Good',
    ])
  })

  it('always holds more than before, in whole characters, and comes to an end', () =>
    fc.assert(
      fc.property(proseWithSpan, ({ text, span }) => {
        let current = wholeGraphemes(text, span)
        for (let wider = widened(text, current); wider; wider = widened(text, wider)) {
          expect(spanContains(wider, current) && !spansEqual(wider, current)).toBe(true)
          expect(wholeGraphemes(text, wider)).toEqual(wider)
          current = wider
        }
      }),
      { numRuns: 500 },
    ))
})
