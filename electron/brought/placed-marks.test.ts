import { describe, expect, it } from 'vitest'
import { placing } from './placed-marks.ts'

const words = (text: string, one: unknown): unknown =>
  typeof one === 'string' ? one : text.slice((one as { start: number }).start, (one as { end: number }).end)

const mark = (start: number, end: number) => ({ label: 'actor', start, end })

describe('an annotation of a file', () => {
  it('stands in memory where it stands in the file, which counts whole characters', () => {
    const text = '😀 Norland 😀 pays'
    const [one] = placing(text, text, 'same')([{ ...mark(2, 9), text: 'Norland' }])
    expect(one).toEqual({ label: 'actor', start: 3, end: 10 })
  })

  it('keeps its pieces', () => {
    const text = '😀 will, she said, pay'
    const fragments = [mark(2, 6), mark(18, 21)].map(({ start, end }) => ({ start, end }))
    const [one] = placing(text, text, 'same')([{ ...mark(2, 21), fragments }])
    expect(one).toEqual({
      label: 'actor',
      start: 3,
      end: 22,
      fragments: [
        { start: 3, end: 7 },
        { start: 19, end: 22 },
      ],
    })
  })

  it('stands on the same characters where white space is another', () => {
    const [file, article] = ['“ Ada 😀 Quill ” said so .', '“Ada\r\n😀  Quill”\nsaid so.']
    const placed = placing(file, article, 'words')([mark(2, 13), mark(16, 20), mark(1, 2)])
    expect(placed.map((one) => words(article, one))).toEqual([
      'Ada\r\n😀  Quill',
      'said',
      'covers nothing but white space.',
    ])
  })

  it('stands where a newer text has its words for sure, and else nowhere', () => {
    const file =
      'The port authority accused the strikers of cutting a cable, and asked the court for an order at once.'
    const article = `Updated\n${file.replace('asked the court', 'went before a judge')}`
    const at = (sought: string) => mark(file.indexOf(sought), file.indexOf(sought) + sought.length)
    const placed = placing(
      file,
      article,
      'reanchored',
    )([at('the strikers'), at('asked the court'), { ...at('a cable'), text: 'the cable' }])
    expect(placed.map((one) => words(article, one))).toEqual([
      'the strikers',
      expect.stringContaining('the article'),
      expect.stringContaining('says “the cable”'),
    ])
  })
})
