import type { Adapter, ExportSource, Sink } from '../adapter.ts'
import { EVERYTHING, optionValue } from '../format.ts'
import { articleHtml } from './html/article-html.ts'
import { pageBegins, pageEnds, type Summary, summaryOf } from './html/page-html.ts'
import { shownFrame } from './html/shown-article.ts'

/** Annotated articles to read and to print: one page that needs nothing else, runs nothing and asks nobody. */
async function write({ frame, articles, options }: ExportSource, sink: Sink): Promise<void> {
  const summaries: Summary[] = []
  for await (const article of articles()) summaries.push(summaryOf(article))
  const file = await sink.open('')
  await file.write(pageBegins(frame, summaries))
  const shown = shownFrame(frame)
  const isApart = optionValue(html.format, options, ANNOTATORS.id) === 'apart'
  let number = 0
  for await (const article of articles())
    await file.write(articleHtml(article, { number: ++number, frame: shown, isApart }))
  await file.write(pageEnds(frame))
  await file.close()
}

const ANNOTATORS = {
  id: 'annotators',
  title: 'Several annotators of an article',
  values: [
    { id: 'together', title: 'On one text, each mark with the name' },
    { id: 'apart', title: 'Each on a text of their own' },
  ],
} as const

export const html: Adapter = {
  format: {
    id: 'html',
    title: 'HTML to read and to print',
    summary: 'annotated articles as one page that needs nothing else',
    shape: 'file',
    ending: 'html',
    offsets: 'codepoint',
    reads: false,
    carries: { ...EVERYTHING, ids: false, history: false, registry: false, scheme: false },
    options: [ANNOTATORS],
    source: 'https://html.spec.whatwg.org/multipage/',
  },
  write,
}
