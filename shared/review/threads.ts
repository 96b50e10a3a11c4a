import type { Comment } from '#shared/domain/review.ts'
import { type MarksHere, markKey } from './marks-here.ts'
import type { ReviewOf } from './review-of.ts'

/** What was said by anybody about one mark, or about all that one annotator made of an article. */
export type Thread = {
  readonly about: Comment['about']
  /** By time; one or more. */
  readonly comments: readonly Comment[]
  readonly isResolved: boolean
}

/** Threads of everybody's comments by what they are about, the one that was begun first is first. */
export function threadsOf(reviews: readonly ReviewOf[], here: MarksHere): readonly Thread[] {
  const byAbout = new Map<string, Comment[]>()
  const all = new Map(reviews.flatMap(({ comments }) => comments.map((one) => [one.id, one] as const)))
  for (const comment of [...all.values()].sort(byTime)) {
    const key = keyOf(aboutNow(comment.about, here))
    const thread = byAbout.get(key)
    if (thread) thread.push(comment)
    else byAbout.set(key, [comment])
  }
  return Array.from(byAbout.values(), (comments) => threadOf(comments, here))
}

/** The thread about a mark, or about all of an annotator's. */
export function threadAbout(threads: readonly Thread[], about: Comment['about']): Thread | undefined {
  const known = indexes.get(threads) ?? new Map(threads.map((thread) => [keyOf(thread.about), thread]))
  indexes.set(threads, known)
  return known.get(keyOf(about))
}
const indexes = new WeakMap<readonly Thread[], ReadonlyMap<string, Thread>>()

/** Those about marks of an annotator that are gone, then the one about all that the annotator made of the article. */
export function threadsBesides(
  threads: readonly Thread[],
  marks: { readonly get: (id: string) => unknown },
  annotator: string,
): readonly Thread[] {
  const own = threads.filter(({ about }) => about.annotator === annotator)
  return [
    ...own.filter(({ about: { id } }) => id !== null && !marks.get(id)),
    ...own.filter(({ about: { id } }) => id === null),
  ]
}

/** Whose word is waited for; nobody's where it is resolved. */
export function turnIn(
  { comments, isResolved }: Thread,
  annotator: string,
): 'annotator' | 'reviewer' | 'nobody' {
  if (isResolved) return 'nobody'
  return comments.at(-1)?.by === annotator ? 'reviewer' : 'annotator'
}

/** Whatever is said after a thread was resolved opens it again. */
const threadOf = (comments: readonly Comment[], here: MarksHere): Thread => ({
  about: aboutNow((comments[0] as Comment).about, here),
  comments,
  isResolved: comments.at(-1)?.kind === 'resolved',
})

/** With the annotator's name of now. */
export const aboutNow = ({ annotator, id }: Comment['about'], here: MarksHere): Comment['about'] =>
  id === null ? { annotator, id } : here.meant({ annotator, id })

const keyOf = ({ annotator, id }: Comment['about']): string =>
  id === null ? `all ${annotator}` : `one ${markKey({ annotator, id })}`

const byTime = (a: Comment, b: Comment): number =>
  a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1
