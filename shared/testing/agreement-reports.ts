import type { Annotation } from '../domain/annotation.ts'
import { agreementSteps } from '../review/agreement.ts'
import type { AgreementReport } from '../review/agreement-report.ts'
import type { Coding, Codings } from '../review/codings.ts'

const TEXT = 'The minister of ports will, she said on Monday, pay for the new ferry.'.repeat(4)

/** What annotators made of one article, whose text is the same for all. */
export const codedArticle = (articleId: string, ...annotators: readonly Coding[]): Codings => ({
  articleId,
  title: articleId,
  text: TEXT,
  annotators,
})

export const coding = (annotator: string, ...annotations: readonly Annotation[]): Coding => ({
  annotator,
  annotations,
})

/** What the measures say, all their steps taken at once. */
export function reportOn(
  articles: Iterable<Codings>,
  annotators: readonly string[],
  actorMeant = (id: string) => id,
): AgreementReport {
  const steps = agreementSteps(articles, { annotators, seed: 7, actorMeant })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
