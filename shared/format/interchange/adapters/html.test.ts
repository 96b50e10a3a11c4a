import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fragmentsOf } from '#shared/domain/annotation.ts'
import { datasetArticles, someFrame } from '#shared/testing/datasets.ts'
import { elementsIn, type PageElement, pageElements, textIn } from '#shared/testing/page-elements.ts'
import { exported, LONGEST, sourceOf } from '#shared/testing/round-trip.ts'
import type { DatasetArticle } from '../../dataset.ts'
import { type ShownMark, shownArticle, shownFrame } from './html/shown-article.ts'
import { html } from './html.ts'

const textsOf = (page: PageElement): readonly PageElement[] =>
  elementsIn(page).filter(({ attributes }) => attributes.class === 'text')

async function pageOf(articles: readonly DatasetArticle[], annotators = 'together'): Promise<string> {
  const { files } = await exported(html, articles, { options: { annotators }, loss: LONGEST })
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(''))
}

/** HTML has no U+0000. */
const inHtml = (text: string): string => text.replaceAll('\0', '\ufffd')

const layouts = fc.constantFrom('together', 'apart')

describe('a page of whatever articles', () => {
  test('opens and closes its elements in order, names each once, and leads only to what is there', async () => {
    await fc.assert(
      fc.asyncProperty(datasetArticles, layouts, async (articles, annotators) => {
        const elements = elementsIn(pageElements(await pageOf(articles, annotators)))
        const ids = elements.flatMap(({ attributes: { id } }) => id ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        const links = elements.flatMap(({ attributes: { href } }) => href ?? [])
        const inside = links.filter((href) => href.startsWith('#'))
        expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([])
        const known = articles.map(({ url }) => url)
        expect(links.filter((href) => !href.startsWith('#') && !known.includes(href))).toEqual([])
        const nested = elements
          .filter(({ tag }) => tag === 'a')
          .flatMap(({ children }) => children.flatMap(elementsIn))
        expect(nested.filter(({ tag }) => tag === 'a')).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('holds each article’s text, character by character, once or once for each annotator', async () => {
    await fc.assert(
      fc.asyncProperty(datasetArticles, layouts, async (articles, annotators) => {
        const texts = textsOf(pageElements(await pageOf(articles, annotators))).map(textIn)
        const expected = articles.flatMap(({ text, annotations }) => {
          const many = new Set(annotations.map(({ annotator }) => annotator)).size
          return Array<string>(annotators === 'apart' ? Math.max(1, many) : 1).fill(inHtml(text))
        })
        expect(texts).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  test('marks the very characters that were marked, and says of each with what', async () => {
    await fc.assert(
      fc.asyncProperty(datasetArticles, async (articles) => {
        const texts = textsOf(pageElements(await pageOf(articles)))
        for (const [i, article] of articles.entries()) {
          const { marks } = shownArticle(article, `a${i + 1}p`, shownFrame(someFrame))
          expect(titlesByCharacter(texts[i] as PageElement)).toEqual(titlesOver(article.text, marks))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('shows all that it says it carries', async () => {
    await fc.assert(
      fc.asyncProperty(datasetArticles, layouts, async (articles, annotators) => {
        const page = textIn(pageElements(await pageOf(articles, annotators)))
        const actors = new Map(someFrame.actors.map(({ id, name }) => [id, name]))
        const shown = articles.flatMap(({ annotations, ...article }) => [
          ...[
            article.title,
            article.byline,
            article.source,
            article.publisher,
            article.dateline,
            article.url,
          ],
          ...article.boilerplate.map(({ reason }) => reason),
          ...annotations.flatMap((one) => [
            one.note ?? '',
            one.annotator,
            actors.get(one.actor ?? '') ?? '',
            ...Object.values(one.attributes),
            ...Object.values(one.roles)
              .flat()
              .flatMap((filler) => ('actor' in filler ? (actors.get(filler.actor) ?? '') : [])),
          ]),
        ])
        expect(shown.filter((words) => words && !page.includes(inHtml(words)))).toEqual([])
        const unsure = articles.flatMap(({ annotations }) =>
          annotations.filter((one) => one.certainty === 'unsure'),
        )
        const flags = elementsIn(pageElements(await pageOf(articles))).filter(
          (one) => one.attributes.class === 'flag',
        )
        expect(flags).toHaveLength(unsure.length)
      }),
      { numRuns: 30 },
    )
  })

  test('is the same bytes again', async () => {
    await fc.assert(
      fc.asyncProperty(datasetArticles, async (articles) => {
        expect(await pageOf(articles)).toBe(await pageOf(articles))
      }),
      { numRuns: 10 },
    )
  })
})

type Titles = readonly (readonly string[])[]

/** The titles of the marks around each character, line feeds left out. */
function titlesByCharacter(element: PageElement, around: readonly string[] = []): Titles {
  return element.children.flatMap((child): Titles => {
    if (typeof child === 'string')
      return [...child].flatMap((one) => (one === '\n' ? [] : [[...around].sort()]))
    const { title } = child.attributes
    const within = child.tag === 'mark' ? [...around, String(title).replace(/, continued$/, '')] : around
    return titlesByCharacter(child, within)
  })
}

function titlesOver(text: string, marks: readonly ShownMark[]): Titles {
  let at = 0
  return [...text].flatMap((character) => {
    const here = at
    at += character.length
    if (character === '\n') return []
    const over = marks.filter(({ annotation }) =>
      fragmentsOf(annotation).some(({ start, end }) => start <= here && here < end),
    )
    return [over.map(({ title }) => title).sort()]
  })
}

const TEXT = 'Norland </style><script>alert(1)</script> will pay,\r\nit says, “soon” & so on.\n'

function article(rest: Partial<DatasetArticle> = {}): DatasetArticle {
  const said = {
    certainty: 'sure' as const,
    attributes: {},
    roles: {},
    annotator: 'Ada',
    origin: { kind: 'manual' as const },
    created: '2026-01-02T03:04:05Z',
    updated: '2026-01-02T03:04:05Z',
  }
  const at = (quote: string) => ({
    start: TEXT.indexOf(quote),
    end: TEXT.indexOf(quote) + quote.length,
    text: quote,
  })
  const hull = { start: at('will pay').start, end: at('“soon”').end }
  return {
    ...{ byline: null, source: null, publisher: null, dateline: null, language: 'en', url: null },
    ...{ id: 'pay', title: 'It <b>will</b> pay', published: '--12-01', sha256: '0'.repeat(64) },
    text: TEXT,
    status: 'done',
    boilerplate: [{ ...at('it says'), kind: 'other', reason: 'a “reason”' }],
    annotations: [
      { ...said, id: 'm1', label: 'actor', ...at('Norland'), actor: 'actor-0' },
      {
        ...said,
        ...{ id: 'm2', label: 'commitment', ...hull, text: TEXT.slice(hull.start, hull.end) },
        fragments: [at('will pay'), at('“soon”')],
        attributes: { 'commitment-force': 'offered' },
        roles: { committer: [{ mention: 'm1' }], beneficiary: [{ constant: 'unknown' }] },
        certainty: 'unsure',
        note: 'Does "soon" bind?',
      },
    ],
    ...rest,
  }
}

describe('a page', () => {
  test('runs nothing and asks nobody, whatever stands in the articles', async () => {
    const url = 'javascript:alert(1)'
    const page = await pageOf([article({ url, language: '"><script>', byline: '<img src=x onerror=y>' })])
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    )
    const elements = elementsIn(pageElements(page))
    expect(elements.map(({ tag }) => tag)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(script|img|link|iframe|object|form|base)$/)]),
    )
    const names = elements.flatMap(({ attributes }) => Object.keys(attributes))
    expect(names.filter((name) => name === 'src' || name.startsWith('on'))).toEqual([])
    expect(elements.filter(({ attributes }) => attributes.href?.startsWith('javascript'))).toEqual([])
    const [style] = elements.filter(({ tag }) => tag === 'style')
    expect(textIn(style as PageElement)).not.toMatch(/url\(|@import/)
  })

  test('draws a line with its marks, its pieces and what is no part of the article', async () => {
    const [text] = (await pageOf([article()])).match(/<div class="text".*?<\/div>/s) ?? []
    expect(text).toBe(
      [
        '<div class="text" id="a1p" lang="en"><p dir="auto">',
        '<mark id="a1pm1" class="tint h0 starts ends" title="Actor: Norland">Norland</mark>',
        ' &lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt; ',
        '<mark id="a1pm2" class="underline h1 starts ends unsure" title="Commitment 1, unsure">will pay</mark>',
        '<span class="underline h1 gap unsure">,&#13;</span>\n</p><p dir="auto">',
        '<span class="underline h1 gap unsure"><span class="dim">it says</span>, </span>',
        '<mark class="underline h1 starts ends unsure" title="Commitment 1, unsure, continued">“soon”</mark>',
        '<a class="ref" href="#a1pe2" data-n="1" aria-label="Commitment 1, unsure"></a>',
        ' &amp; so on.\n</p></div>',
      ].join(''),
    )
  })

  test('tells the acts as sentences whose people and words lead to the text', async () => {
    const page = await pageOf([article()])
    const [card] = elementsIn(pageElements(page)).filter(({ attributes }) => attributes.class === 'card')
    const lines = (card as PageElement).children.map(textIn)
    expect(lines).toEqual([
      '1 Commitment Force: offered unsure',
      'Norland commits to “will pay … “soon”” to unknown',
      'Does "soon" bind?',
    ])
    expect(card?.attributes.id).toBe('a1pe2')
    const links = elementsIn(card as PageElement).flatMap(({ attributes: { href } }) => href ?? [])
    expect(links).toEqual(['#a1pm1', '#a1pm2'])
  })

  test('says what it holds, of what it was made and who annotated it, and lists several articles', async () => {
    const page = pageElements(
      await pageOf([article(), article({ id: 'other', title: '', annotations: [], status: 'new' })]),
    )
    const text = textIn(page)
    expect(text).toContain('2 articles · 2 annotations by Ada')
    expect(text).toContain('Made by Glosswright 0.0.0 from the workspace “A workspace”')
    expect(text).toContain('1 Dec')
    expect(text).toContain('Done, annotated by Ada')
    const [contents] = elementsIn(page).filter(({ tag }) => tag === 'nav')
    expect(textIn(contents as PageElement).replace(/\s+/g, ' ')).toBe(
      'Contents It <b>will</b> pay Actor 1 · Commitment 1 · done other ',
    )
  })

  test('names the annotator of each mark where there are several, or gives each a text', async () => {
    const { annotations } = article()
    const both = article({
      annotations: [...annotations, ...annotations.map((one) => ({ ...one, annotator: 'Bo' }))],
    })
    const together = await pageOf([both])
    expect(together).toContain('title="Actor, by Bo: Norland"')
    const apart = await pageOf([both], 'apart')
    expect(apart).toContain('As Bo marked it')
    expect(apart).not.toContain('by Bo: Norland')
    expect(textsOf(pageElements(apart))).toHaveLength(2)
  })

  test('is written article by article', async () => {
    const written: string[] = []
    let held = 0
    const source = sourceOf([article(), article({ id: 'q' }), article({ id: 'r' })])
    await html.write(source, {
      open: async () => ({
        write: async (part) => {
          written.push(String(part))
          held = Math.max(held, String(part).split('<article').length - 1)
        },
        close: async () => undefined,
      }),
    })
    expect(held).toBe(1)
    expect(written).toHaveLength(5)
  })
})
