import type { Annotation } from '../domain/annotation.ts'
import type { ArticleText } from '../domain/article.ts'
import type { Boilerplate } from '../domain/boilerplate.ts'
import { type CodePointMap, codePointMap } from '../domain/code-points.ts'
import type { Comment, Judgement } from '../domain/review.ts'
import type { Scheme } from '../domain/scheme.ts'
import type { Span } from '../domain/span.ts'
import { type AnnotationObject, annotationFromFile, annotationToFile } from './annotation-object.ts'
import { OFFSETS } from './article-file.ts'
import { type JudgementObject, judgementFromFile, judgementToFile } from './reviews-file.ts'

/** All that a review file shows, as it lies in the file: offsets in code points, each mark with its text. */
export type ReviewPageData = {
  readonly format: 'glosswright/review-page'
  readonly version: 1
  readonly offsets: typeof OFFSETS
  /** ISO 8601, UTC. */
  readonly made: string
  /** Who made the file, and is sent the answers. */
  readonly by: string
  readonly workspace: { readonly id: string; readonly name: string }
  readonly scheme: Scheme
  /** Names of those actors that a mark means, by their ids. */
  readonly actors: Readonly<Record<string, string>>
  readonly articles: readonly PageArticleObject[]
}

type PageArticleObject = Shown & {
  readonly boilerplate: readonly Span[]
  readonly marks: readonly { readonly annotator: string; readonly annotations: readonly AnnotationObject[] }[]
  readonly said: readonly SaidObject[]
}

type SaidObject = {
  readonly annotator: string
  readonly judgements: readonly JudgementObject[]
  readonly comments: readonly Comment[]
}

type Shown = {
  readonly id: string
  readonly title: string
  /** Who published it, and when; null where that is not known. */
  readonly source: string | null
  readonly published: string | null
  readonly sha256: string
  readonly text: string
}

/** An article of a review file in memory: UTF-16. */
export type PageArticle = Shown & {
  readonly boilerplate: readonly Span[]
  /** By annotator, in reading order. */
  readonly marks: readonly { readonly annotator: string; readonly annotations: readonly Annotation[] }[]
  /** What had been said of them when the file was made, by whose review it is in. */
  readonly said: readonly {
    readonly annotator: string
    readonly judgements: readonly Judgement[]
    readonly comments: readonly Comment[]
  }[]
}

export type PageArticleParts = Pick<PageArticle, 'title' | 'source' | 'published' | 'marks' | 'said'> & {
  readonly source: string | null
  readonly of: ArticleText
  readonly boilerplate: readonly Boilerplate[]
}

export const REVIEW_PAGE = { format: 'glosswright/review-page', version: 1, offsets: OFFSETS } as const

export function pageArticleToFile({ of, ...parts }: PageArticleParts): PageArticleObject {
  const { article, text } = of
  const map = codePointMap(text)
  return {
    id: article.id,
    title: parts.title,
    source: parts.source,
    published: parts.published,
    sha256: article.sha256,
    text,
    boilerplate: parts.boilerplate.map((part) => moved(part, map.toCodePoint)),
    marks: parts.marks.map(({ annotator, annotations }) => ({
      annotator,
      annotations: annotations.map((one) => annotationToFile(one, text, map, annotator)),
    })),
    said: parts.said.map((one) => ({
      ...one,
      judgements: one.judgements.map((judgement) => judgementToFile(judgement, text, map)),
    })),
  }
}

/** @throws where the file is not as it was made. */
export function pageArticleIn(object: PageArticleObject): PageArticle {
  const { text, boilerplate, marks, said } = object
  const map = codePointMap(text)
  return {
    ...object,
    boilerplate: boilerplate.map((span) => moved(span, map.toUtf16)),
    marks: marks.map(({ annotator, annotations }) => ({
      annotator,
      annotations: annotations.map((one) => sound(annotationFromFile(one, text, map))),
    })),
    said: said.map((one) => ({ ...one, judgements: soundJudgements(one, text, map) })),
  }
}

const soundJudgements = ({ judgements }: SaidObject, text: string, map: CodePointMap): readonly Judgement[] =>
  judgements.map((one) => sound(judgementFromFile(one, text, map)))

function sound<T extends object>(read: T | string): T {
  if (typeof read === 'string') throw new Error(read)
  return read
}

const moved = ({ start, end }: Span, convert: (offset: number) => number): Span => ({
  start: convert(start),
  end: convert(end),
})
