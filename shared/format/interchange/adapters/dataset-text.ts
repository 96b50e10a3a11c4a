import type { DatasetArticle } from '#shared/format/dataset.ts'
import { stableJson, stableLine } from '#shared/format/json.ts'

/**
 * A dataset as text, article by article, so that memory holds one article at a time. It is JSON like any other, laid
 * out so that it can also be read line by line: behind the line `"articles": [` each article begins with a line
 * `    {` and ends with a line `    }`, and each annotation has a line of its own.
 *
 * @param frame all of the dataset but its articles.
 */
export async function* datasetText(
  frame: Readonly<Record<string, unknown>>,
  articles: AsyncIterable<DatasetArticle>,
): AsyncGenerator<string> {
  const [before, after] = stableJson({ ...frame, articles: [] }).split(EMPTY_LIST)
  yield `${before}\n${ARTICLES_BEGIN}`
  let count = 0
  for await (const article of articles) yield `${count++ > 0 ? ',' : ''}\n${articleText(article)}`
  yield `${count > 0 ? '\n  ' : ''}]${after}`
}

// No string can hold it: a line feed in a string is written `\n`.
const EMPTY_LIST = '\n  "articles": []'

const ARTICLES_BEGIN = '  "articles": ['
const INDENT = '    '

function articleText({ annotations, ...rest }: DatasetArticle): string {
  const frame = stableJson({ ...rest, annotations: [] })
    .trimEnd()
    .split('\n')
    .join(`\n${INDENT}`)
  if (annotations.length === 0) return INDENT + frame
  const lines = annotations.map((annotation) => `${INDENT}    ${stableLine(annotation)}`)
  // `annotations` is the first of the sorted keys, so its empty list is the first one in the text.
  const at = frame.indexOf('[]')
  return `${INDENT}${frame.slice(0, at)}[\n${lines.join(',\n')}\n${INDENT}  ]${frame.slice(at + 2)}`
}
