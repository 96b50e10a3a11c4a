import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfHtml } from './html-text.ts'

function htmlText(html: string) {
  const result = textOfHtml(html, 'a.html')
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}
const text = (html: string): string => htmlText(html).text

describe('lines', () => {
  it('gives a paragraph and a heading a line of their own, with an empty line between', () => {
    expect(text('<h1>Truce</h1><p>It holds.</p><p>For now.</p>')).toBe('Truce\n\nIt holds.\n\nFor now.')
  })

  it.each([
    ['boxes', '<div>One<div>Two</div></div><div>Three</div>', 'One\nTwo\nThree'],
    ['items', '<ul><li>One</li><li><p>Two</p></li><li>Three<ul><li>Four</ul></ul>', 'One\nTwo\nThree\nFour'],
    ['terms', '<dl><dt>Cap<dd>A limit<dd>on catch</dl>', 'Cap\nA limit\non catch'],
    [
      'a quotation',
      'He wrote:<blockquote>Never.</blockquote>Then left.',
      'He wrote:\n\nNever.\n\nThen left.',
    ],
    ['a caption', '<figure><img alt="unseen"><figcaption>The port</figcaption></figure>', 'The port'],
    ['line ends', 'One<br>two<br><br>three<br><br><br><br>four', 'One\ntwo\n\nthree\n\nfour'],
    ['a line end at an edge', '<p>One<br></p><p><br>two</p>', 'One\n\ntwo'],
    ['a rule', 'One<hr>two', 'One\n\ntwo'],
    ['a button', 'Vote<button>Yes</button><input type=submit value=No><input value=typed>', 'Vote Yes No'],
    ['items of several paragraphs', '<ol><li><h2>9:05</h2><p>It began.</p></ol>', '9:05\n\nIt began.'],
  ])('keeps %s', (_, html, expected) => expect(text(html)).toBe(expected))

  it('makes a row one line and a tab the edge of a cell, whatever a cell is made of', () => {
    const html = `<table><caption>Catch</caption><tr><th><th>2015<th>2016
      <tr><td><p>Cod</p><td>1<br>000<td></tr><tr><td>Hake<td><td><div>3</div></table>After`
    expect(text(html)).toBe('Catch\n\t2015\t2016\nCod\t1 000\nHake\t\t3\n\nAfter')
  })

  it('reads a table that holds the page together as paragraphs', () => {
    const long = 'The council agreed to open its books to the auditors. '.repeat(6).trim()
    expect(text(`<table><tr><td><p>${long}</p><p>More.</p></td></tr></table>`)).toBe(`${long}\n\nMore.`)
    expect(text('<table><tr><td><table><tr><td>One</table><td>Two</table>')).toBe('One\n\nTwo')
  })
})

describe('white space', () => {
  it.each([
    ['one space for many', ' <p>\n One \t two\r\n<b> three</b> </p> ', 'One two three'],
    ['none at a line’s edges', '<p> One </p>\n<div> <i> two </i> </div>', 'One\n\ntwo'],
    ['non-breaking spaces', '<p>10&nbsp;000&#160; euros</p>', '10\u00a0000\u00a0 euros'],
    ['no line of nothing but such', '<p>One</p><p>&nbsp;</p><p>&#8203;</p><p>two</p>', 'One\n\ntwo'],
    ['preformatted text', '<pre>\na  b\n\n\n  c\n</pre>d', 'a  b\n\n\n  c\n\nd'],
  ])('keeps %s', (_, html, expected) => expect(text(html)).toBe(expected))
})

describe('what is seen', () => {
  it('decodes entities and keeps every character of the words', () => {
    expect(text('&ldquo;A&amp;B&rdquo; &lt;b&gt; caf&eacute; &#x1F98A; &notit; é\u0301')).toBe(
      '“A&B” <b> café 🦊 ¬it; é\u0301',
    )
  })

  it('shows the quotation marks that browsers put around quotations', () => {
    expect(text('He said <q>we <q>will</q> pay</q>.')).toBe('He said “we ‘will’ pay”.')
  })

  it.each([
    '<script>x</script>',
    '<style>x</style>',
    '<template>x</template>',
    '<noscript>x</noscript>',
    '<iframe srcdoc="x">x</iframe>',
    '<!-- x -->',
    '<p hidden>x</p>',
    '<p style="color:red; Display : none">x</p>',
    '<div style="visibility:hidden"><p>x</p></div>',
    '<dialog>x</dialog>',
    '<img alt=x title=x>',
    '<select><option>x</select>',
    '<svg><title>x</title><script>x</script><style>x</style></svg>',
    '<math><annotation>x</annotation></math>',
    '<object data="file:///etc/passwd">x</object>',
    '<title>x</title>',
    '<video controls>x</video>',
  ])('leaves out %s', (html) => expect(text(`<p>One</p>${html}<p>two</p>`)).toBe('One\n\ntwo'))

  it('has no words for a page without any', () => expect(text('<html><head><title>x</title>')).toBe(''))
})

describe('pages that no person wrote', () => {
  it.each(['<div>', '<b>', '<ul><li>', '<svg><g>', '<table><tr><td>'])(
    'refuses a hundred thousand of %s in one another with a sentence',
    (tag) => {
      const result = textOfHtml(tag.repeat(100_000), 'deep.html')
      expect(result.ok ? '' : result.problem.sentence).toBe(
        '“deep.html” is not a page that can be read: its elements lie more than 1000 deep in one another.',
      )
    },
  )

  it('reads a thousand boxes in one another', () => {
    expect(text(`${'<div>'.repeat(990)}Deep`)).toBe('Deep')
  })

  it('refuses a page that unfolds to millions of elements', () => {
    const html = `<p>${Array.from({ length: 900 }, (_, i) => `<b id=${i}>`).join('')}${'</p><p>x'.repeat(3000)}`
    const result = textOfHtml(html, 'fold.html')
    expect(result.ok ? '' : result.problem.sentence).toContain('more than a million elements')
  })
})

/** Pages of a small grammar, with the words that are to be seen in them. */
type Piece = { readonly html: string; readonly words: readonly string[] }
const word = fc.stringMatching(/^[a-zà-ü中-亀]{1,8}$/).filter((w) => w.trim() !== '')
const texts: fc.Arbitrary<Piece> = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => ({ html: ` ${words.join(' \n ')} `, words }))
const unseen: fc.Arbitrary<Piece> = fc
  .tuple(fc.constantFrom('script', 'style', 'template', 'noscript', 'iframe'), word)
  .map(([tag, w]) => ({ html: `<${tag}>${w}</${tag}>`, words: [] }))
const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts,
    unseen,
    fc
      .tuple(
        fc.constantFrom(
          'div',
          'section',
          'ul',
          'li',
          'b',
          'span',
          'blockquote',
          'nav',
          'table',
          'td',
          'pre',
          'q',
        ),
        fc.array(tie('piece') as fc.Arbitrary<Piece>, { maxLength: 4 }),
      )
      .map(([tag, inside]) => ({
        html: wrapped(tag, inside.map(({ html }) => html).join('')),
        words: inside.flatMap(({ words }) => words),
      })),
  ),
}))
const wrapped = (tag: string, html: string): string => {
  if (tag === 'table') return `<table><tr><td>${html}</td></tr></table>`
  return tag === 'td' ? `<div><table><td>${html}</table></div>` : `<${tag}>${html}</${tag}>`
}

it('holds every word that is to be seen in its order, and no other; elements’ spans lie in it', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const read = htmlText(pieces.map(({ html }) => html).join(''))
      expect(read.text.match(/[^\s“”‘’]+/gu) ?? []).toEqual(pieces.flatMap(({ words }) => words))
      for (const { start, end } of read.spans.values()) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(read.text.length)
      }
    }),
  )
})

it('leaves no white space at the edges of text, lines or spans, and no two empty lines in a row', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces.map(({ html }) => html.replaceAll('pre>', 'div>')).join('')
      const read = htmlText(html)
      expect(read.text).not.toMatch(/^\s|\s$|\n{3}| {2}| \n|\n /)
      for (const { start, end } of read.spans.values())
        expect(read.text.slice(start, end)).not.toMatch(/^\s|\s$/)
    }),
  )
})
