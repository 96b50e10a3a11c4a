import type { DatasetArticle } from '../dataset.ts'
import { parseJson } from '../json.ts'
import type { ReadArticle, ReadEvent } from './adapter.ts'
import { type RecordPlace, refused } from './read-values.ts'

/** Gives what is wrong with an article; see `datasetChecker`. */
export type ArticleCheck = (article: unknown) => readonly string[]

/** A dataset's article out of its JSON text; refused for the first thing that does not hold. */
export function readDatasetArticle(place: RecordPlace, json: string, problemsOf: ArticleCheck): ReadEvent {
  const read = parseJson(json)
  if (!read.ok) return refused(place, read.problem.sentence)
  const [problem] = problemsOf(read.value)
  if (problem !== undefined) return refused(place, problem)
  const { text, annotations, ...article } = read.value as DatasetArticle
  const marks = annotations as ReadArticle['annotations']
  return { kind: 'article', ...place, article, text, annotations: marks }
}

/** All that is wrong with it, as sentences that say where it begins. */
export function articleFaults(line: number, json: string, problemsOf: ArticleCheck): readonly string[] {
  const read = parseJson(json)
  return read.ok ? problemsOf(read.value) : [`Line ${line}: ${read.problem.sentence}`]
}
