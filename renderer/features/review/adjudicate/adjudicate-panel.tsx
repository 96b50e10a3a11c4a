import { useEffect } from 'react'
import {
  adjudicateArticle,
  adjudicating,
  readAdjudicatedAgain,
  readAdjudication,
} from '../../../state/adjudicating.ts'
import { desk } from '../../../state/desk.ts'
import { useDifference } from '../../../state/review.ts'
import css from './adjudicate.module.css'
import { AdjudicatedArticles } from './adjudicated-articles.tsx'
import { SettledArticle } from './settled-article.tsx'
import { useAdjudicateKeys } from './use-adjudicate-keys.ts'

/** Where annotators differ, decided one by one or by rules: what comes of it is gold. */
export function AdjudicatePanel() {
  useStaysTrue()
  useAskedFor()
  useAdjudicateKeys()
  const isOpen = adjudicating(({ open }) => open !== null)
  const problem = adjudicating((state) => state.problem)
  if (problem !== null) return <p className={css.nothing}>{problem}</p>
  return (
    <section aria-label="Adjudication" className={css.panel}>
      {isOpen ? <SettledArticle /> : <AdjudicatedArticles />}
    </section>
  )
}

/** What was undone is not shown any more; another workspace has other articles. */
function useStaysTrue(): void {
  const world = adjudicating((state) => state.world)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another world
  useEffect(() => {
    void readAdjudicatedAgain()
    void readAdjudication()
  }, [world])
  useEffect(
    () =>
      desk.subscribe(({ bulk }, before) => {
        if (bulk || !before.bulk) return
        if (adjudicating.getState().open) void readAdjudicatedAgain()
        else void readAdjudication()
      }),
    [],
  )
}

/** Each time that a difference is asked for elsewhere, once. */
function useAskedFor(): void {
  const asked = useDifference()
  useEffect(() => {
    if (!asked || asked === answered) return
    answered = asked
    void adjudicateArticle(asked.articleId, asked.alignment)
  }, [asked])
}
let answered: object | null = null
