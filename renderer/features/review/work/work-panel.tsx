import { useEffect } from 'react'
import { desk } from '../../../state/desk.ts'
import { readWork, readWorkAgain, reviewing } from '../../../state/reviewing.ts'
import { useWorkKeys } from './use-work-keys.ts'
import css from './work.module.css'
import { WorkArticle } from './work-article.tsx'
import { WorkArticles } from './work-articles.tsx'
import { WorkHeader } from './work-header.tsx'

/** One annotator’s marks, each of which is accepted, changed, rejected or commented on by whoever is annotating here. */
export function WorkPanel() {
  useStaysTrue()
  useWorkKeys()
  const isOpen = reviewing(({ work }) => work !== null)
  const problem = reviewing((state) => state.problem)
  const annotators = reviewing((state) => state.annotators)
  if (problem !== null) return <p className={css.nothing}>{problem}</p>
  if (!annotators) return <p className={css.nothing}>Looking whose work there is…</p>
  return (
    <section aria-label="Review of one annotator’s work" className={css.panel} data-is-open={isOpen}>
      <WorkHeader />
      {isOpen ? <WorkArticle /> : <WorkArticles />}
    </section>
  )
}

/** Another name or workspace has other work to review; what was undone is not shown any more. */
function useStaysTrue(): void {
  useEffect(() => {
    void readWork()
    return reviewing.subscribe(({ annotators }, before) => {
      if (!annotators && before.annotators) void readWork()
    })
  }, [])
  useEffect(
    () =>
      desk.subscribe(({ bulk }, before) => {
        if (bulk || !before.bulk) return
        void (reviewing.getState().work ? readWorkAgain() : readWork())
      }),
    [],
  )
}
