import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spansOverlap } from '#shared/domain/span.ts'
import { readPage } from './read-page.ts'

function read(html: string) {
  const page = readPage(html, 'a.html')
  if (!page.ok) throw new Error(page.problem.sentence)
  return page.value
}

const marked = (html: string): readonly string[] => {
  const { text, boilerplate } = read(html)
  return boilerplate.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)
}

const SENTENCES = [
  'The committee promised on Tuesday to publish the letters that it had kept from the council for nine years.',
  'Its chair said that nobody had been paid to keep silent, and that he would answer for it if anybody had.',
  'The opposition accused him of having signed the first of the letters himself, which he did not deny.',
  'Two of the members left the room before the vote, and told reporters that they had not read the contract.',
  'The ministry, which pays half of the costs, declined to say whether it had known of the letters before.',
]
const ARTICLE = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('')
const around = (furniture: string): string =>
  `<body><main><h1>Letters to be published</h1>${ARTICLE}${furniture}</main></body>`

describe('what an element says of itself', () => {
  it.each([
    ['<nav><a href=1>Home</a></nav>', 'navigation: Home'],
    ['<div role="navigation"><a href=1>Home</a></div>', 'navigation: Home'],
    ['<div class="ad-slot">Buy a boat</div>', 'ad: Buy a boat'],
    ['<div id="adBox1">Buy a boat</div>', 'ad: Buy a boat'],
    ['<amp-ad>Buy a boat</amp-ad>', 'ad: Buy a boat'],
    ['<div class="article-share"><a href=1>Tell others</a></div>', 'share bar: Tell others'],
    ['<div class="socialLinks">Find us there</div>', 'share bar: Find us there'],
    ['<div class="newsletter">Every morning, by mail</div>', 'newsletter: Every morning, by mail'],
    ['<ul class="post-tags"><li><a href=1>Letters</a></ul>', 'tags: Letters'],
    [
      '<figure><figcaption>A door <i class="credit">A. Lens</i></figcaption></figure>',
      'photo credit: A. Lens',
    ],
    ['<figure>A door <i class="copyright">A. Lens</i></figure>', 'photo credit: A. Lens'],
    ['<p class="copyright">All ours</p>', 'copyright: All ours'],
    ['<section id="comments"><p>First!</p></section>', 'comment form: First!'],
    ['<form><textarea></textarea><button>Send</button></form>', 'comment form: Send'],
    ['<form><input type=email><input type=submit value=Join></form>', 'newsletter: Join'],
    ['<div role=dialog>We use cookies</div>', 'other: We use cookies'],
    ['<button>Play</button>', 'other: Play'],
    [
      '<div class="related"><a href=1>Another story of a letter</a></div>',
      'related links: Another story of a letter',
    ],
    ['<aside><a href=1>Another story of a letter</a></aside>', 'related links: Another story of a letter'],
  ])('takes %s for it', (html, expected) => {
    expect(marked(around(html))).toEqual([expected])
  })

  it.each([
    '<aside>He had signed the first letter himself.</aside>',
    '<div class="has-ads">One more thing.</div>',
    '<div class="category-social">One more thing.</div>',
    '<article class="comment">One more thing.</article>',
    '<div class="related">What the letters say is another story.</div>',
    '<div class="tags">Dogs must wear their tags.</div>',
    '<p class="leading adapted shareholder">One more thing.</p>',
    '<h2 class="share-price">What it cost</h2>',
    `<div class="share">${SENTENCES.join(' ')}</div>`,
    '<header><h2>A second part</h2></header>',
    '<footer>The reporter was a member until 2009.</footer>',
  ])('keeps %s', (html) => expect(marked(around(html))).toEqual([]))

  it('keeps the article in a form or a navigation around the whole page', () => {
    expect(marked(`<form>${around('')}<input type=email></form>`)).toEqual([])
    expect(marked(`<div role=navigation>${around('')}</div>`)).toEqual([])
    expect(marked(`<div class="cookie-wall comments">${around('')}</div>`)).toEqual([])
  })
})

describe('what lies outside the main part', () => {
  const page = `<div><a href=1>Front page</a> <a href=2>Weather</a></div><div class=x><h1>Letters to be published</h1>${ARTICLE}</div>
    <div><h3>Elsewhere</h3><a href=3>Ferry fares</a></div><div>Set in Lom Grotesk</div>`

  it('is boilerplate', () => {
    expect(marked(page)).toEqual([
      'navigation: Front page Weather',
      'other: Elsewhere',
      'related links: Ferry fares',
      'other: Set in Lom Grotesk',
    ])
  })

  it('is nothing where no part stands out', () => {
    expect(marked('<div>A note</div><div>Another note</div>')).toEqual([])
  })
})

it('takes a caption that stood above already for repeated', () => {
  const caption = (words: string) => `<figure><figcaption>${words}</figcaption></figure>`
  expect(
    marked(around(`${caption('The hall. A. Lens')}${caption('The hall.')}${caption('The door.')}`)),
  ).toEqual(['repeated caption: The hall.'])
})

const words = fc.constantFrom(
  'Home',
  'Share this',
  '© 2019',
  'Sign up',
  'Read more',
  'Ferry fares to rise in May',
)
const tag = fc.constantFrom(
  'div',
  'nav',
  'aside',
  'section',
  'ul',
  'footer',
  'header',
  'form',
  'p',
  'figure',
  'article',
)
const name = fc.constantFrom(
  '',
  'share',
  'ad',
  'related',
  'newsletter',
  'comments',
  'content',
  'hidden-x',
  'tags',
  'main',
  'body',
)
const furniture = fc
  .array(fc.tuple(tag, name, words, fc.boolean()), { maxLength: 6 })
  .map((all) =>
    all.map(([t, n, w, isLink]) => `<${t} class="${n}">${isLink ? `<a href=1>${w}</a>` : w}</${t}>`).join(''),
  )

it('marks no paragraph of the article whatever stands around and between; ranges are sorted, apart and in the text', () => {
  const shape = fc.record({
    before: furniture,
    between: furniture,
    after: furniture,
    wrap: fc.constantFrom(
      ['<main>', '</main>'],
      ['<article>', '</article>'],
      ['<div class="story">', '</div>'],
      ['', ''],
    ),
    inner: fc.constantFrom(['<div>', '</div>'], ['<section class="content">', '</section>'], ['', '']),
  })
  fc.assert(
    fc.property(shape, ({ before, between, after, wrap, inner }) => {
      const paragraphs = SENTENCES.map((sentence, i) => `<p>${sentence}</p>${i === 2 ? between : ''}`).join(
        '',
      )
      const html = `${before}${wrap[0]}<h1>Letters to be published</h1>${inner[0]}${paragraphs}${inner[1]}${wrap[1]}${after}`
      const { text, boilerplate } = read(html)
      let last = 0
      for (const { start, end, reason } of boilerplate) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(reason).not.toBe('')
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
      for (const sentence of ['Letters to be published', ...SENTENCES]) {
        const start = text.indexOf(sentence)
        const span = { start, end: start + sentence.length }
        expect(boilerplate.filter((part) => spansOverlap(part, span))).toEqual([])
      }
    }),
    { numRuns: 100 },
  )
})
