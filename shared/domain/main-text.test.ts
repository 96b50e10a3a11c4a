import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prose, spansOf } from '../testing/prose.ts'
import { mark } from '../testing/samples.ts'
import { fragmentsOf } from './annotation.ts'
import { inMainText, mainTextOf } from './main-text.ts'

const between = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})
const without = (text: string, ...words: readonly string[]) =>
  mainTextOf(
    text,
    words.map((one) => between(text, one)),
  ).text

const scenes = prose.chain((text) =>
  fc.record({
    text: fc.constant(text),
    boilerplate: fc.array(spansOf(text), { maxLength: 6 }),
    marked: spansOf(text),
  }),
)

describe('the main text', () => {
  it('leaves out a line of boilerplate with its line end, and words within a line alone', () => {
    expect(without('The talks began.\nShare this\nThey went on.', 'Share this')).toBe(
      'The talks began.\nThey went on.',
    )
    expect(without('The talks {ad} began.', '{ad} ')).toBe('The talks began.')
    expect(without('The talks began.\r\nShare this\r\nThey went on.', 'Share this')).toBe(
      'The talks began.\r\nThey went on.',
    )
  })

  it('has no empty line at its end for a last line that is left out', () => {
    expect(without('The talks began.\nShare this', 'Share this')).toBe('The talks began.')
    expect(without('The talks began.\r\nShare this', 'Share this')).toBe('The talks began.')
    expect(without('Share this', 'Share this')).toBe('')
  })

  it('says of each of its characters where in the full text it stands', () =>
    fc.assert(
      fc.property(scenes, ({ text, boilerplate }) => {
        const main = mainTextOf(text, boilerplate)
        let length = 0
        for (const piece of main.pieces) {
          expect(piece.start).toBe(length)
          expect(main.text.slice(piece.start, piece.start + piece.length)).toBe(
            text.slice(piece.full, piece.full + piece.length),
          )
          length += piece.length
        }
        expect(length).toBe(main.text.length)
      }),
    ))

  it('has of every character what is no boilerplate, but for line ends', () =>
    fc.assert(
      fc.property(scenes, ({ text, boilerplate }) => {
        const isIn = (at: number) => boilerplate.some(({ start, end }) => start <= at && at < end)
        const { pieces } = mainTextOf(text, boilerplate)
        const kept = new Set(pieces.flatMap(({ full, length }) => Array.from({ length }, (_, i) => full + i)))
        for (let at = 0; at < text.length; at++) {
          if (isIn(at)) expect(kept.has(at)).toBe(false)
          else if (/\S/.test(text[at] as string)) expect(kept.has(at)).toBe(true)
        }
      }),
    ))
})

describe('an annotation in the main text', () => {
  it('has the words that it had, without those that are boilerplate', () =>
    fc.assert(
      fc.property(scenes, ({ text, boilerplate, marked }) => {
        fc.pre(marked.start < marked.end)
        const main = mainTextOf(text, boilerplate)
        const kept = main.pieces
          .map(({ full, length }) =>
            text.slice(Math.max(full, marked.start), Math.max(full, Math.min(full + length, marked.end))),
          )
          .join('')
        const moved = inMainText(main, mark('a', marked.start, marked.end))
        const words = moved
          ? fragmentsOf(moved.annotation).map(({ start, end }) => main.text.slice(start, end))
          : []
        expect(words.join('')).toBe(kept)
        expect(moved?.isClipped ?? true).toBe(kept.length < marked.end - marked.start)
      }),
    ))

  it('is in one piece where only boilerplate stood between its fragments', () => {
    const text = 'The {ad} minister'
    const main = mainTextOf(text, [between(text, '{ad} ')])
    const fragments = [
      { start: 0, end: 4 },
      { start: 9, end: 17 },
    ]
    const moved = inMainText(main, { ...mark('a', 0, 17), fragments })
    expect(moved).toMatchObject({ annotation: { start: 0, end: 12 }, isClipped: false })
    expect(moved?.annotation.fragments).toBeUndefined()
  })
})
