import { describe, expect, it } from 'vitest'
import { textOfHtml } from '#electron/import/html/html-text.ts'
import { metadataOfPage } from './page-metadata.ts'

function metadata(head: string, body = '<p>Words</p>', lang = '') {
  const html = textOfHtml(`<html ${lang}><head>${head}</head><body>${body}</body></html>`, 'a.html')
  if (!html.ok) throw new Error(html.problem.sentence)
  return metadataOfPage(html.value)
}
const values = (...page: Parameters<typeof metadata>) =>
  Object.fromEntries(Object.entries(metadata(...page)).map(([field, { value }]) => [field, value]))
const ld = (thing: object): string => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`

it('knows nothing of a page that says nothing', () => {
  expect(metadata('')).toEqual({})
})

describe('the title', () => {
  it.each([
    ['Truce holds | The Daily', 'The Daily', 'Truce holds'],
    ['The Daily: Truce holds', 'the daily', 'Truce holds'],
    ['Truce holds - daily.com', 'Daily', 'Truce holds'],
    ['Truce – a year on – The Daily', 'The Daily', 'Truce – a year on'],
    ['Truce holds - for now', 'The Daily', 'Truce holds - for now'],
  ])('of %j on %s is %j', (title, site, expected) => {
    expect(values(`<title>${title}</title><meta property="og:site_name" content="${site}">`).title).toBe(
      expected,
    )
  })

  it('is the headline that is seen, where that is not the name of the site', () => {
    const head = '<title>Truce holds - The Daily</title>'
    expect(values(head, '<h1>Truce holds</h1>')).toEqual({ title: 'Truce holds', publisher: 'The Daily' })
    expect(
      values(`${head}<meta property="og:site_name" content="The Daily">`, '<h1>The Daily</h1>').title,
    ).toBe('Truce holds')
  })

  it('is surer the more say it, and knows where it stands', () => {
    const { title } = metadata(
      '<title>Truce holds</title><meta property="og:title" content="Truce holds">',
      '<h1>Truce holds</h1>',
    )
    expect(title?.evidence).toEqual({ from: 'open-graph', span: { start: 0, end: 11 }, certainty: 93 })
  })
})

describe('the byline', () => {
  it.each([
    [ld({ '@type': 'NewsArticle', author: [{ name: 'Ann Lee' }, { name: 'Bo Ray' }] }), 'Ann Lee, Bo Ray'],
    [
      ld({
        '@graph': [
          { '@id': '#a', name: 'Ann Lee' },
          { '@type': 'Article', author: { '@id': '#a' } },
        ],
      }),
      'Ann Lee',
    ],
    [ld([{ '@type': 'WebPage' }, { '@type': ['BlogPosting'], author: 'Ann Lee' }]), 'Ann Lee'],
    ['<meta name="byl" content="By Ann Lee">', 'Ann Lee'],
    ['<meta property="article:author" content="https://social.example/ann">', undefined],
    ['<meta name="author" content="admin">', undefined],
    [ld({ '@type': 'WebSite', author: 'Ann Lee' }), undefined],
  ])('in %s is %j', (head, expected) => expect(values(head).byline).toBe(expected))

  it('of an agency is the source, and of the publisher itself nothing', () => {
    const article = (author: string) =>
      ld({
        '@type': 'NewsArticle',
        author: { '@type': 'NewsMediaOrganization', name: author },
        publisher: { name: 'The Daily' },
      })
    expect(values(article('Meridian Wire'))).toEqual({ source: 'Meridian Wire', publisher: 'The Daily' })
    expect(values(article('The Daily'))).toEqual({ publisher: 'The Daily' })
  })

  it('is read from the page near its headline, and no sentence that begins alike', () => {
    const seen = (words: string) => values('', `<h1>Truce holds</h1><p class="byline">${words}</p>`).byline
    expect(seen('By Ann Lee and Bo Ray')).toBe('Ann Lee and Bo Ray')
    expect(seen('By noon all was over')).toBeUndefined()
  })
})

describe('the day of publication', () => {
  it.each([
    ['<meta property="article:published_time" content="2016-06-14T23:30:00-05:00">', '2016-06-14'],
    ['<meta property="article:modified_time" content="2016-06-14">', undefined],
    ['<meta name="date" content="June 2016">', '2016-06'],
    ['<meta name="pubdate" content="soon">', undefined],
    [ld({ '@type': 'NewsArticle', dateModified: '2016-06-14' }), undefined],
  ])('in %s is %j', (head, expected) => expect(values(head).published).toBe(expected))

  it.each([
    ['<time datetime="2016-06-14">14 June</time>', '2016-06-14'],
    ['<time class="updated" datetime="2016-06-14">14 June</time>', undefined],
    ['Updated <time datetime="2016-06-14">14 June</time>', undefined],
    ['<time>3 hours ago</time>', undefined],
  ])('beside the headline in %s is %j', (words, expected) => {
    expect(values('', `<h1>Truce holds</h1><p>${words}</p>`).published).toBe(expected)
  })
})

it.each([
  ['<link rel="canonical" href="https://a.example/x">', 'https://a.example/x'],
  ['<link rel="canonical" href="/x">', undefined],
  ['<meta property="og:url" content="javascript:alert(1)">', undefined],
  [ld({ '@type': 'Article', mainEntityOfPage: { '@id': 'https://a.example/y' } }), 'https://a.example/y'],
  ['<!-- saved from url=(0019)https://a.example/z -->', 'https://a.example/z'],
  ['<!-- saved from url=(0014)about:internet -->', undefined],
])('reads the address in %s as %j', (head, expected) => expect(values(head).url).toBe(expected))

it('knows from SingleFile where and when the page was saved', () => {
  const comment =
    '<!-- Page saved with SingleFile \n url: https://a.example/x \n saved date: Sat Mar 05 2022 12:13:14 GMT+0100 (CET) -->'
  expect(values(comment)).toEqual({ url: 'https://a.example/x', retrieved: '2022-03-05' })
})

it('reads the language in one form, and no name of one', () => {
  expect(values('', undefined, 'lang="en_us"').language).toBe('en-US')
  expect(values('<meta http-equiv="content-language" content="English">').language).toBeUndefined()
})
