import type { Annotation } from '#shared/domain/annotation.ts'
import { tokensOf } from '#shared/domain/tokens.ts'
import type { Codings } from '../codings.ts'
import { codedTokens } from './coded-tokens.ts'
import type { LabelSets } from './label-sets.ts'

/** What one annotator did in an article: marks, and by token a category; 0 is that of tokens in no mark. */
export type Coder = {
  readonly annotator: string
  readonly marks: readonly Annotation[]
  readonly codes: readonly number[]
}

/** An article as the measures see it: all that was marked in it, or what was with one label. */
export type CodedArticle = {
  /** In UTF-16 units. */
  readonly length: number
  /** Those who have opened it, of those who are compared, in their order. */
  readonly coders: readonly Coder[]
}

export function codedArticle(
  { text, annotators }: Codings,
  compared: readonly string[],
  sets: LabelSets,
): CodedArticle {
  const opened = compared.flatMap((name) => annotators.find(({ annotator }) => annotator === name) ?? [])
  const tokens = opened.length > 1 ? tokensOf(text) : []
  return {
    length: text.length,
    coders: opened.map(({ annotator, annotations }) => ({
      annotator,
      marks: annotations,
      codes: codedTokens(tokens, annotations, sets),
    })),
  }
}

/** The same with the marks of `label` alone: a token has it or not, 1 or 0. */
export function withLabel({ length, coders }: CodedArticle, label: string, sets: LabelSets): CodedArticle {
  const has = sets.having(label)
  return {
    length,
    coders: coders.map(({ annotator, marks, codes }) => ({
      annotator,
      marks: marks.filter((mark) => mark.label === label),
      codes: codes.map((code) => (has[code] ? 1 : 0)),
    })),
  }
}

/** The labels of all marks, each once. */
export const labelsIn = ({ coders }: CodedArticle): readonly string[] => [
  ...new Set(coders.flatMap(({ marks }) => marks.map(({ label }) => label))),
]

export const between = (article: CodedArticle, names: readonly string[]): CodedArticle => ({
  ...article,
  coders: article.coders.filter(({ annotator }) => names.includes(annotator)),
})
