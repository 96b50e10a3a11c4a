import { describe, expect, it } from 'vitest'
import { sha256 } from '#electron/library/hash.ts'
import { addedArticle, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { ReadArticle } from '#shared/format/interchange/adapter.ts'
import { ArticleFinder } from './article-finder.ts'

const TEXT = `Norland 😀 promised on Monday that two night ferries would run across the strait by June.
Vesteria denied that it had ever blocked the strait, and called the charge an old story.
`

/** Another text in which all of that but a few words stands. */
const EDITED = `Updated at noon\n${TEXT.replace('an old story', 'nothing new')}`
const OTHER = `The League met in the hills on Tuesday to talk of wool, of weather and of the price of bread.
Nobody had brought a paper, and so nothing was signed before the snow came down.
`

async function findIn(texts: readonly string[], read: Partial<ReadArticle>) {
  const workspace = await tempWorkspace()
  const ids = []
  for (const [i, text] of texts.entries())
    ids.push((await addedArticle(workspace, text, `Article ${i}`)).article.id)
  const finder = new ArticleFinder(workspace, new AbortController().signal)
  const article: ReadArticle['article'] = read.article ?? {}
  const found = await finder.find({
    ...{ kind: 'article', file: 'a', annotations: [], text: null },
    ...read,
    // `#n` is the id of the nth article.
    article: article.id?.startsWith('#')
      ? { ...article, id: ids[Number(article.id.slice(1))] ?? '' }
      : article,
  })
  return { kind: found.kind, index: 'source' in found ? ids.indexOf(found.source.article.id) : null }
}

const quoted = { label: 'actor', start: 0, end: 7, text: 'Norland' }

describe('the article that a file is about is found', () => {
  it.each<[string, Partial<ReadArticle>, string]>([
    ['by the hash of its text', { text: TEXT, article: { sha256: sha256(TEXT) } }, 'hash'],
    ['by its text, whatever hash is claimed', { text: TEXT, article: { sha256: 'f'.repeat(64) } }, 'text'],
    ['by the hash that is claimed where there is no text', { article: { sha256: sha256(TEXT) } }, 'hash'],
    [
      'by its id and its quotations where there is neither',
      { article: { id: '#1' }, annotations: [quoted] },
      'text',
    ],
    ['by its words, where white space is lost', { text: TEXT.replaceAll(/\s+/g, ' ') }, 'words'],
    ['by its words, where line ends are others', { text: TEXT.replaceAll('\n', '\r\n') }, 'words'],
    ['by its id and a text that is alike', { text: EDITED, article: { id: '#1' } }, 'reanchored'],
    [
      'by its title and a text that is alike',
      { text: EDITED, article: { title: 'ARTICLE 1 ' } },
      'reanchored',
    ],
    ['by a text that is much the same alone', { text: `Updated\n${TEXT}` }, 'reanchored'],
  ])('%s', async (_, read, kind) => {
    expect(await findIn([OTHER, TEXT], read)).toEqual({ kind, index: 1 })
  })
})

describe('no article is found', () => {
  it.each<[string, Partial<ReadArticle>, string]>([
    [
      'by a name alone',
      { file: 'article-1.txt', text: OTHER, article: { id: '#0', title: 'Article 0' } },
      'new',
    ],
    ['by an id alone', { article: { id: '#0' } }, 'none'],
    [
      'by an id and marks that quote nothing',
      { article: { id: '#0' }, annotations: [{ ...quoted, text: undefined } as never] },
      'none',
    ],
    [
      'by an id where another hash is claimed',
      { article: { id: '#0', sha256: sha256('x') }, annotations: [quoted] },
      'none',
    ],
    ['for a text of nothing', { text: ' \n', article: { id: '#0' } }, 'none'],
  ])('%s', async (_, read, kind) => {
    expect(await findIn([TEXT], read)).toEqual({ kind, index: null })
  })
})

describe('a text that no article is like becomes no article', () => {
  it.each<[string, Partial<ReadArticle>]>([
    ['where it is another than its hash says', { text: TEXT, article: { sha256: sha256(OTHER) } }],
    [
      'where it is made of words alone and ours',
      { text: TEXT, isLoose: true, article: { sha256: sha256(OTHER) } },
    ],
    [
      'where it is made of words alone and has an id of ours',
      { text: TEXT, isLoose: true, article: { id: 'ferries-0123abcd' } },
    ],
  ])('%s', async (_, read) => {
    expect(await findIn([], read)).toEqual({ kind: 'none', index: null })
  })

  it('but one of another tool, made of its words, does', async () => {
    expect(await findIn([], { text: TEXT, isLoose: true, article: { id: 'train.conll' } })).toMatchObject({
      kind: 'new',
    })
  })
})
