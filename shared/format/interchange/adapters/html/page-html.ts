import { counted } from '#shared/domain/counted.ts'
import { type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { annotatorsOf } from '#shared/format/interchange/annotator-parts.ts'
import type { ExportFrame } from '../../adapter.ts'
import { escaped } from './escaped.ts'
import { hueClass } from './shown-article.ts'
import { STYLE } from './style.ts'

/** What the page says of an article before it comes. */
export type Summary = Pick<DatasetArticle, 'id' | 'title' | 'status'> & {
  readonly annotators: readonly string[]
  /** Annotations by label. */
  readonly counts: ReadonlyMap<string, number>
}

export function summaryOf(article: DatasetArticle): Summary {
  const { id, title, status, annotations } = article
  const counts = new Map<string, number>()
  for (const { label } of annotations) counts.set(label, (counts.get(label) ?? 0) + 1)
  return { id, title, status, annotators: annotatorsOf(article), counts }
}

/** Nothing is run, and nothing is asked of anybody. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** All that stands before the first article. */
export function pageBegins(frame: ExportFrame, summaries: readonly Summary[]): string {
  const { workspace, tool, scheme } = frame
  const name = escaped(workspace.name || 'Annotated articles')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${escaped(`${tool.name} ${tool.version}`)}">
<title>${name}</title>
<style>${STYLE}${huesOf(scheme)}</style>
</head>
<body>
<header class="page">
<p class="kind">Annotated articles</p>
<h1 dir="auto">${name}</h1>
<p class="about">${totalOf(summaries)}</p>
${legendHtml(scheme)}
${contentsHtml(summaries, scheme)}
</header>
<main>
`
}

export const pageEnds = ({ tool, workspace }: ExportFrame): string => `</main>
<footer><p>Made by ${escaped(`${tool.name} ${tool.version}`)} from the workspace “${escaped(workspace.name)}” (${escaped(workspace.id)}).</p></footer>
</body>
</html>
`

function totalOf(summaries: readonly Summary[]): string {
  const marks = summaries.flatMap(({ counts }) => [...counts.values()]).reduce((sum, count) => sum + count, 0)
  const annotators = [...new Set(summaries.flatMap((one) => one.annotators))].sort()
  const by = annotators.length > 0 ? ` by ${escaped(annotators.join(', '))}` : ''
  return `${counted(summaries.length, 'article')} · ${counted(marks, 'annotation')}${by}`
}

/** The hues of the scheme's labels; one that it does not know has none of its own. */
const huesOf = ({ labels }: Scheme): string =>
  [...labels.map(({ hue }, i) => `.h${i}{--hue:${hue}}`), '.hx{--hue:0}'].join('\n')

function legendHtml(scheme: Scheme): string {
  const rows = scheme.labels.map(({ id, title, shape, description }) => {
    const mark = `<span class="name ${shape} ${hueClass(id, scheme)}">${escaped(title)}</span>`
    return `<div><dt>${mark}</dt><dd>${escaped(description)}</dd></div>`
  })
  return `<dl class="legend">${rows.join('')}</dl>`
}

function contentsHtml(summaries: readonly Summary[], scheme: Scheme): string {
  if (summaries.length < 2) return ''
  const rows = summaries.map(({ id, title, status, counts }, i) => {
    const labels = [...counts].sort(([a], [b]) => rankOf(a, scheme) - rankOf(b, scheme) || (a < b ? -1 : 1))
    const words = labels.map(([label, count]) => `${shownLabel(scheme, label).title} ${count}`)
    const said = escaped([...words, ...(status === 'new' ? [] : [status])].join(' · '))
    return `<li><a href="#a${i + 1}" dir="auto">${escaped(title || id)}</a> <span class="counts">${said}</span></li>`
  })
  return `<nav aria-label="Contents"><h2>Contents</h2>\n<ol>\n${rows.join('\n')}\n</ol></nav>`
}

function rankOf(label: string, { labels }: Scheme): number {
  const index = labels.findIndex(({ id }) => id === label)
  return index < 0 ? labels.length : index
}
