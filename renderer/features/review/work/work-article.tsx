import { useMemo } from 'react'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { commentOnWhole, goToMark } from '../../../state/judging.ts'
import { type OpenWork, WHOLE } from '../../../state/open-work.ts'
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
      card={
        <>
          <MarkCard />
          <Besides work={work} />
        </>
      }
      focus={focus}
    />
  )
}

/** The ways to what no mark in the text leads to. */
function Besides({ work }: { readonly work: OpenWork }) {
  const gone = work.besides.filter((stop) => stop !== WHOLE)
  return (
    <div className={css.besides}>
      {gone.map((stop, i) => (
        <button key={stop} type="button" onClick={() => goToMark(stop)}>
          Comments on a mark that is gone{gone.length > 1 && `, ${i + 1} of ${gone.length}`}
        </button>
      ))}
      {work.besides.includes(WHOLE) && (
        <button type="button" onClick={() => goToMark(WHOLE)}>
          Comments on the whole article
        </button>
      )}
      <button type="button" aria-keyshortcuts="Shift+N" onClick={commentOnWhole}>
        Comment on all of it… <kbd>Shift+N</kbd>
      </button>
    </div>
  )
}
