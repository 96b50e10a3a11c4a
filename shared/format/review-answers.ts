import * as z from 'zod'
import { type CodePointMap, codePointMap } from '../domain/code-points.ts'
import type { Comment, Judgement, Review } from '../domain/review.ts'
import { annotationSchema } from './annotation-object.ts'
import { OFFSETS, offsetsSchema, sha256Schema } from './article-file.ts'
import { stableLine } from './json.ts'
import { commentSchema, judgementFromFile, judgementSchema, judgementToFile } from './reviews-file.ts'
import { damaged, type FileKind, readVersioned, type Versioned } from './versioned.ts'

/**
 * What a reviewer says in a review file, as the page saves it and a workspace takes it. All of it: an article in which
 * nothing is said is in it as well, so that what was taken back there is known.
 */
const LONGEST_TEXT = 100_000
const shortText = z.string().max(1_000)
const name = z.string().trim().min(1).max(64)

const articleSchema = z.object({
  id: shortText,
  title: shortText,
  sha256: sha256Schema,
  judgements: z
    .array(
      // Only an adjudication makes marks.
      judgementSchema.omit({ made: true }).extend({
        about: z.array(z.object({ annotator: name, id: shortText.min(1), as: annotationSchema })).length(1),
        outcome: z.enum(['accepted', 'changed', 'rejected']),
        reason: z.string().max(LONGEST_TEXT).exactOptional(),
      }),
    )
    .max(1_000_000),
  comments: z.array(commentSchema.extend({ text: z.string().max(LONGEST_TEXT) })).max(1_000_000),
})

const answersSchema = z.object({
  offsets: offsetsSchema,
  workspace: z.object({ id: shortText, name: shortText }),
  /** Hash of the data of the review file that it answers. */
  data: sha256Schema,
  reviewer: name,
  saved: z.iso.datetime(),
  articles: z.array(articleSchema).max(100_000),
})

export type ReviewAnswers = z.infer<typeof answersSchema>
export type AnswersArticle = ReviewAnswers['articles'][number]

const ANSWERS: FileKind<ReviewAnswers> = {
  format: 'glosswright/review-answers',
  version: 1,
  noun: 'file of review answers',
  schema: answersSchema,
  migrations: [],
}

/** Reads a file of answers; where it is none, or is damaged, the sentence says at which line or field and why. */
export function readReviewAnswers(json: string, file: string): Versioned<ReviewAnswers> {
  const line = faultyLine(json)
  return line === null
    ? readVersioned(ANSWERS, json, file)
    : damaged(file, `It is not JSON, or only a part of it: it ends or goes wrong at line ${line}.`)
}

/** Counted from 1; null where it is JSON. */
function faultyLine(json: string): number | null {
  try {
    JSON.parse(json)
    return null
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1]
    const line = /line (\d+)/.exec(String(error))?.[1]
    if (position === undefined && line !== undefined) return Number(line)
    return linesIn(position === undefined ? json.trimEnd() : json.slice(0, Number(position)))
  }
}

const linesIn = (text: string): number => text.split('\n').length

/** True when a file says that it is one of answers, be it damaged. `beginning`: its first few hundred characters. */
export const looksLikeAnswers = (beginning: string): boolean =>
  /^\uFEFF?\s*\{\s*"format":\s*"glosswright\/review-answers"/.test(beginning)

/** What the ids of all that is said in a review file begin with. `hash`: of its data. */
export const answersPrefix = (hash: string): string => `file-${hash.slice(0, 16)}-`

/** What was kept of one article's answers; null where it is not that. */
export const keptArticle = (value: unknown): AnswersArticle | null =>
  articleSchema.safeParse(value).data ?? null

/** The file's content: the format stands at its beginning, and each thing that is said is a line. */
export function reviewAnswersToFile({ articles, ...frame }: Omit<ReviewAnswers, 'offsets'>): string {
  const head = { format: ANSWERS.format, version: ANSWERS.version, offsets: OFFSETS, ...frame }
  const fields = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${stableLine(value)}`)
  return `{\n${[...fields, `"articles": ${listed(articles.map(articleText))}`].join(',\n')}\n}\n`
}

const articleText = ({ judgements, comments, ...head }: AnswersArticle): string => {
  const open = stableLine(head).slice(0, -1)
  const lists = [
    `"judgements": ${listed(judgements.map(stableLine))}`,
    `"comments": ${listed(comments.map(stableLine))}`,
  ]
  return `${open}, ${lists.join(', ')}}`
}

const listed = (lines: readonly string[]): string =>
  lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`

/** An article of which something is said, or nothing. */
type Of = { readonly id: string; readonly title: string; readonly sha256: string; readonly text: string }

export function answersArticle({ text, ...of }: Of, { judgements, comments }: Review): AnswersArticle {
  const map = codePointMap(text)
  return {
    id: of.id,
    title: of.title,
    sha256: of.sha256,
    judgements: [...judgements.values()].map((one) =>
      judgementToFile(one, text, map),
    ) as AnswersArticle['judgements'],
    comments: [...comments.values()],
  }
}

/** What stands in the article's text of what is said of it, and sentences about what does not. */
export function saidIn(
  { judgements, comments }: AnswersArticle,
  text: string,
): { readonly said: Review; readonly refused: readonly string[] } {
  const map = codePointMap(text)
  const read = judgements.map((one) => judgementIn(one, text, map))
  const sound = read.filter((one) => typeof one !== 'string')
  return {
    said: { judgements: byId(sound), comments: byId(comments) },
    refused: read.filter((one) => typeof one === 'string'),
  }
}

function judgementIn(object: AnswersArticle['judgements'][number], text: string, map: CodePointMap) {
  const lacksProposal = object.outcome === 'changed' && !object.proposal
  return lacksProposal
    ? `The judgement “${object.id}” proposes a change and does not say which.`
    : judgementFromFile(object, text, map)
}

const byId = <T extends Judgement | Comment>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]))
