import { shownDate } from '#shared/domain/partial-date.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { annotatorsOf } from '#shared/format/interchange/annotator-parts.ts'
import { entriesHtml } from './entries.ts'
import { escaped } from './escaped.ts'
import { markedHtml } from './marked-html.ts'
import { type ShownFrame, shownArticle } from './shown-article.ts'

export type ArticlePlace = {
  /** From 1. */
  readonly number: number
  readonly frame: ShownFrame
  /** Each annotator’s marks on a text of their own. */
  readonly isApart: boolean
}

/** One article with all that is said of it. */
export function articleHtml(article: DatasetArticle, { number, frame, isApart }: ArticlePlace): string {
  const anchor = `a${number}`
  const annotators = annotatorsOf(article)
  const isManys = isApart && annotators.length > 1
  const parts = isManys
    ? annotators.map((name, i) => partHtml(of(name, article), `${anchor}p${i + 1}`, frame))
    : [partHtml(article, `${anchor}p`, frame)]
  const named = parts.map((part, i) =>
    isManys ? `<h3 class="whose">As ${escaped(annotators[i] as string)} marked it</h3>\n${part}` : part,
  )
  return `<article id="${anchor}">
<header>
<h2 dir="auto"${langOf(article)}>${escaped(article.title || article.id)}</h2>
${aboutHtml(article, annotators)}
</header>
${named.join('\n')}
${dimmedHtml(article)}</article>
`
}

const of = (name: string, article: DatasetArticle): DatasetArticle => ({
  ...article,
  annotations: article.annotations.filter(({ annotator }) => annotator === name),
})

function partHtml(article: DatasetArticle, anchor: string, frame: ShownFrame): string {
  const shown = shownArticle(article, anchor, frame)
  const text = `<div class="text" id="${anchor}"${langOf(article)}>${markedHtml(shown)}</div>`
  const entries = entriesHtml(shown)
  return entries ? `${text}\n<div class="entries">\n${entries}\n</div>` : text
}

/** What is no language’s name says nothing to a program that reads the text out. */
const langOf = ({ language }: DatasetArticle): string =>
  language !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? ` lang="${language}"` : ''

function aboutHtml(article: DatasetArticle, annotators: readonly string[]): string {
  const { byline, source, publisher, published, dateline, language, status } = article
  const known = [byline, source, publisher, published && shownDate(published), dateline, language]
  const about = known.flatMap((words) => (words ? [`<span dir="auto">${escaped(words)}</span>`] : []))
  const by = annotators.length > 0 ? `, annotated by ${escaped(annotators.join(', '))}` : ''
  return [
    about.length > 0 ? `<p class="about">${about.join(' · ')}</p>` : '',
    article.url ? `<p class="about">${addressHtml(article.url)}</p>` : '',
    `<p class="state">${status === 'new' ? 'Not begun' : STATUS[status]}${by}</p>`,
  ]
    .filter(Boolean)
    .join('\n')
}

const STATUS = { 'in progress': 'In progress', done: 'Done' } as const

/** Only what leads to a page is a link: an address may be anything. */
function addressHtml(url: string): string {
  const words = escaped(url)
  return /^https?:\/\//i.test(url) ? `<a href="${words}" rel="noreferrer">${words}</a>` : words
}

/** What of the text is no part of the article, and why. */
function dimmedHtml({ boilerplate }: DatasetArticle): string {
  const reasons = new Set(boilerplate.map(({ kind, reason }) => `${kind}: ${reason}`))
  if (reasons.size === 0) return ''
  const rows = Array.from(reasons, (reason) => `<li>${escaped(reason)}</li>`)
  return `<div class="dimmed">\n<h3>Dimmed: no part of the article</h3>\n<ul>${rows.join('')}</ul>\n</div>\n`
}
