import { useMemo } from 'react'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { goToMark } from '../../../state/judging.ts'
import type { OpenWork } from '../../../state/open-work.ts'
import { reviewing } from '../../../state/reviewing.ts'
import { MarkedColumn } from '../marked-column.tsx'
import { MarkCard } from './mark-card.tsx'
import { signOf } from './standing-words.ts'
import css from './work.module.css'

/** An article with one annotator’s marks to stop at. */
export function WorkArticle() {
  const work = reviewing((state) => state.work) as OpenWork
  const current = reviewing((state) => state.current)
  const draft = reviewing((state) => state.draft)
  const scheme = useDesk(schemeOf)
  const isWriting = reviewing(({ writing }) => writing !== null)
  // Back in the text once a form is done with.
  const focus = useMemo(() => (isWriting ? null : {}), [isWriting])
  const { annotations, standings, threads, annotator } = work
  const marks = useMemo(
    () => [...annotations].map((annotation) => ({ annotation, stop: annotation.id })),
    [annotations],
  )
  const drafted = useMemo(() => draft && { annotation: draft, stop: draft.id }, [draft])
  const signs = useMemo(() => {
    const talked = new Set(
      threads.flatMap(({ isResolved, about: { annotator: name, id } }) =>
        isResolved || name !== annotator ? [] : [id],
      ),
    )
    return new Map([...standings].map(([id, one]) => [id, signOf(one, talked.has(id))] as const))
  }, [standings, threads, annotator])
  if (annotations.size === 0)
    return <p className={css.nothing}>{work.annotator} has marked nothing in this article.</p>
  return (
    <MarkedColumn
      key={work.articleId}
      label="Article under review"
      text={work.text}
      marks={marks}
      draft={drafted}
      scheme={scheme}
      current={current}
      signs={signs}
      onChoose={goToMark}
      card={<MarkCard />}
      focus={focus}
    />
  )
}
