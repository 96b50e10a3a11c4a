import type { ExportSource, Sink } from '../../adapter.ts'
import { annotatorParts } from '../../annotator-parts.ts'
import { type Cas, casOf, casSetting } from './structures.ts'

/**
 * A CAS is what one annotator says of one text, so each has a file: `<article>.xmi`, or `<article>/<annotator>.xmi` where
 * several annotated an article.
 */
export async function writeCases(
  { articles, frame }: ExportSource,
  sink: Sink,
  { ending, written }: { readonly ending: string; readonly written: (cas: Cas) => string },
): Promise<void> {
  const setting = casSetting(frame)
  for await (const article of articles()) {
    const parts = annotatorParts(article)
    for (const [i, { annotator }] of parts.entries()) {
      const folder = safeName(article.id)
      const path = parts.length > 1 ? `${folder}/${i + 1}-${safeName(annotator ?? '')}` : folder
      const file = await sink.open(`${path}.${ending}`)
      await file.write(written(casOf(article, annotator, setting)))
      await file.close()
    }
  }
}

/** What every file system takes; two names may become one. */
const safeName = (name: string): string =>
  name.replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '_').replace(/^\.|\.$/g, '_')

/** The files with an ending, in the order of the articles that name them: `a.xmi` before `a-2.xmi`. */
export const casGroups =
  (ending: string) =>
  (paths: readonly string[]): readonly (readonly string[])[] =>
    paths
      .filter((path) => path.toLowerCase().endsWith(`.${ending}`))
      .map((path) => ({ path, names: path.slice(0, -ending.length - 1).split('/') }))
      .sort((a, b) => compareNames(a.names, b.names))
      .map(({ path }) => [path])

function compareNames(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((name, i) => name !== b[i])
  if (at < 0) return a.length - b.length
  const [left, right] = [a[at] as string, b[at] ?? '']
  return left < right ? -1 : 1
}
