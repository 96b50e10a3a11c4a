import { type RefObject, useEffect, useRef } from 'react'
import { shownLabel } from '#shared/domain/scheme.ts'
import { placeIn } from '../../../state/acts.ts'
import { type DeskState, desk, schemeOf, useDesk } from '../../../state/desk.ts'
import { useKeys } from '../../../state/keys.ts'
import { type OtherMark, otherOf, others } from '../../../state/others.ts'
import { othersAt, takeMark } from '../../../state/taking-others.ts'
import { LabelChip } from '../../../ui/label-chip.tsx'
import { useMarksUnderMouse } from '../marks-under-mouse.ts'
import { otherSentence } from './other-sentence.ts'
import css from './others.module.css'

type Props = { readonly scroller: RefObject<HTMLElement | null> }

/** Below the text, while others' marks are shown: those under the mouse while it rests on some, or else under the caret. */
export function OthersHere({ scroller }: Props) {
  const isAny = others(({ shown }) => shown.length > 0)
  if (!isAny) return null
  return (
    <>
      <Here scroller={scroller} />
      <OthersVoice />
    </>
  )
}

const MOST = 6

function Here({ scroller }: Props) {
  const shown = others((state) => state.shown)
  const offset = useDesk(({ open }) => open?.selection.start ?? 0)
  const hovered = useMarksUnderMouse(scroller, 'data-other')
  const keys = useKeys('others.take').shown
  const under = hovered.flatMap((key) => otherOf(key) ?? [])
  const here = under.length > 0 ? under : shown.length > 0 ? othersAt(offset) : []
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for forms
    <div role="group" aria-label="Others’ marks here" className={css.here}>
      {here.length === 0 && <p className={css.words}>No mark of others here.</p>}
      {here.slice(0, MOST).map((mark) => (
        <OneHere key={mark.key} mark={mark} keys={mark === here[0] && under.length === 0 ? keys : ''} />
      ))}
      {here.length > MOST && <p className={css.words}>and {here.length - MOST} more</p>}
    </div>
  )
}

type OneProps = { readonly mark: OtherMark; readonly keys: string }

/** Not a stop of the Tab key, as the strip of one's own marks is none: a key takes what is under the caret. */
function OneHere({ mark, keys }: OneProps) {
  const { annotation, by } = mark
  const { title, shape } = shownLabel(useDesk(schemeOf), annotation.label)
  const said = useDesk((state) => sentenceOf(mark, state)).slice(title.length)
  return (
    <p className={css.mark}>
      <span className={css.who}>{by.annotator}</span>
      <LabelChip labelId={annotation.label} shape={shape} title={title} />
      <span className={css.said} title={said}>
        {said.replace(/^:/, '')}
      </span>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Take ${title} of ${by.annotator}`}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => takeMark(mark)}
      >
        Take
      </button>
      {keys && <kbd>{keys}</kbd>}
    </p>
  )
}

function sentenceOf(mark: OtherMark, state: DeskState): string {
  const place = placeIn(state)
  return place ? otherSentence(mark, place) : ''
}

/** Says whose marks the caret has come to, to those who do not see it; past React, as all that follows the caret. */
function OthersVoice() {
  const voice = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    let said: readonly string[] = []
    const look = () => {
      const state = desk.getState()
      const here = state.open ? othersAt(state.open.selection.start) : []
      const keys = here.map(({ key }) => key)
      if (keys.join() === said.join()) return
      said = keys
      const words = here.slice(0, MOST).map((mark) => `${mark.by.annotator}: ${sentenceOf(mark, state)}`)
      if (voice.current) voice.current.textContent = words.join('. ')
    }
    look()
    const stopFollowing = desk.subscribe((now, before) => {
      if (now.open?.selection !== before.open?.selection) look()
    })
    const stopListening = others.subscribe(look)
    return () => {
      stopFollowing()
      stopListening()
    }
  }, [])
  return <span ref={voice} aria-live="polite" className="visually-hidden" />
}
