import { useEffect } from 'react'
import { counted } from '#shared/domain/counted.ts'
import { useDesk } from '../../../state/desk.ts'
import { useKeys } from '../../../state/keys.ts'
import { isBlind, keepOthers, type Other, others, toggleOther, toggleOthers } from '../../../state/others.ts'
import css from './others.module.css'

/** Above the text, while others' marks are shown: whose they are, and why there may be none. */
export function OthersLine() {
  useEffect(keepOthers, [])
  const onIn = others((state) => state.onIn)
  const isOn = useDesk(({ workspace }) => workspace !== null && workspace.id === onIn)
  const keys = useKeys('view.others').shown
  if (!isOn) return null
  return (
    <section aria-label="Others’ marks" className={css.line}>
      <div className={css.whose}>
        <Whose />
      </div>
      <button type="button" className={css.hide} onClick={toggleOthers}>
        Hide {keys && <kbd>{keys}</kbd>}
      </button>
    </section>
  )
}

function Whose() {
  const blind = useDesk(isBlind)
  const articleId = useDesk(({ open }) => open?.article.id)
  const found = others((state) => state.found)
  if (articleId === undefined) return <p className={css.words}>Open an article to see others’ marks in it.</p>
  if (blind)
    return (
      <p aria-live="polite" className={css.words}>
        Everybody annotates blind in this workspace, so nobody’s marks but your own are shown here.
      </p>
    )
  if (found?.articleId !== articleId) return <p className={css.words}>Looking for others’ marks…</p>
  return (
    <>
      {found.all.length === 0 && (
        <p aria-live="polite" className={css.words}>
          Nobody else has opened this article yet.
        </p>
      )}
      {found.all.map((other) => (
        <OneOther key={other.annotator} other={other} />
      ))}
      {found.unread.length > 0 && <p className={css.words}>{found.unread.join(' ')}</p>}
    </>
  )
}

function OneOther({ other: { annotator, sign, annotations, isDashed } }: { readonly other: Other }) {
  const isShown = others(({ hidden }) => !hidden.has(annotator))
  return (
    <button
      type="button"
      aria-pressed={isShown}
      className={css.one}
      title={counted(annotations.size, 'annotation')}
      onClick={() => toggleOther(annotator)}
    >
      <span className={`${css.sign} ${isDashed ? css.dashed : css.dotted}`} aria-hidden="true">
        {sign}
      </span>{' '}
      {annotator} <span className={css.count}>{annotations.size}</span>
    </button>
  )
}
