import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marked, showSpan } from '../testing/marked-text.ts'
import { proseWithSpan } from '../testing/prose.ts'
import { snapToWords } from './snapping.ts'

function snapped(drawn: string): string {
  const { text, span } = marked(drawn)
  return showSpan(text, snapToWords(text, span))
}

describe('snapping a loose drag to what is meant', () => {
  it.each([
    ['“[the Foreign Min]ister’s plan', '“[the Foreign Minister]’s plan'],
    ['Ruiz p[led]ged', 'Ruiz [pledged]'],
    ['signed[ by Ana Ruiz, ]who', 'signed [by Ana Ruiz], who'],
    ['Ru[iz’s] pledge', '[Ruiz]’s pledge'],
    ["Ruiz['s] pledge", "[Ruiz]'s pledge"],
    ['the [U.S.’s] pledge', 'the [U.S.]’s pledge'],
    ['in [“Dawn”’s] words', 'in “[Dawn]”’s words'],
    ['the mini[sters’] vows', 'the [ministers]’ vows'],
    ['a [U].S. official', 'a [U.S.] official'],
    ['in Port Casse, D.[C]. on', 'in Port Casse, [D.C.] on'],
    ['paid 1,[0]00 crowns', 'paid [1,000] crowns'],
    ['« [Le ministre »] a dit', '« [Le ministre] » a dit'],
    ['a truce[\n\nBy A]na Ruiz', 'a truce\n\n[By Ana] Ruiz'],
    ['a\r\n[b]c\r\nd', 'a\r\n[bc]\r\nd'],
    ['אמר ש[ר הח]וץ אתמול', 'אמר [שר החוץ] אתמול'],
    ['قال وز[ير الخار]جية أمس', 'قال [وزير الخارجية] أمس'],
    ['어제 대통[령]은 말했다', '어제 [대통령은] 말했다'],
    ['平和の[カタ]カナ', '平和の[カタカナ]'],
    ['for pea[ce 🕊️] now', 'for [peace 🕊️] now'],
    ['[The deal is off.] So', '[The deal is off]. So'],
    ['met in the [U.S.] So', 'met in the [U.S.] So'],
    ['“[Why now?” he asked]', '“[Why now?” he asked]'],
    ['[— the mayor —] said', '— [the mayor] — said'],
    ['[(the mayor)] said', '([the mayor]) said'],
    ['([the mayor)] said', '([the mayor]) said'],
    ['[(the mayor] of Casse)', '([the mayor] of Casse)'],
    ['[the Union (EU)] said', '[the Union (EU)] said'],
    ['[the Union (EU).] So', '[the Union (EU)]. So'],
    ['[(EU) and (UN)] said', '[(EU) and (UN)] said'],
    ['no, [ ,“ ]yes', 'no,  ,“ []yes'],
  ])('%s → %s', (drawn, meant) => {
    expect(snapped(drawn)).toBe(meant)
  })

  it('keeps to the text, with an end that does not lie before its start', () =>
    fc.assert(
      fc.property(proseWithSpan, ({ text, span }) => {
        const { start, end } = snapToWords(text, span)
        expect(0 <= start && start <= end && end <= text.length).toBe(true)
      }),
    ))

  it('says the same again when it is snapped again', () =>
    fc.assert(
      fc.property(proseWithSpan, ({ text, span }) => {
        const once = snapToWords(text, span)
        expect(showSpan(text, snapToWords(text, once))).toBe(showSpan(text, once))
      }),
      { numRuns: 1000 },
    ))

  it('takes the whole of a word of any length', () => {
    const word = 'A'.repeat(5_000)
    const text = `the code ${word} leaked`
    expect(snapToWords(text, { start: 2_000, end: 2_001 })).toEqual({ start: 9, end: 9 + word.length })
  })
})
