import type { RefObject } from 'react'
import type { Annotation } from '#shared/domain/annotation.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { shortQuote } from '#shared/domain/short-quote.ts'
import { stackAt } from '#shared/domain/stack.ts'
import { hintsOf } from '../../../state/checking.ts'
import { type OpenArticle, schemeOf, useDesk } from '../../../state/desk.ts'
import { dragsMention } from '../../../state/dragging.ts'
import { selectAnnotation } from '../../../state/selecting.ts'
import { LabelChip } from '../../../ui/label-chip.tsx'
import { useMarksUnderMouse } from '../marks-under-mouse.ts'
import css from './stack-strip.module.css'

const MOST = 4

/** What lies under the mouse while it rests on marks, or else under the caret: the innermost first. */
export function StackStrip({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const annotations = useDesk(({ open }) => (open as OpenArticle).record.annotations)
  const offset = useDesk(({ open }) => (open as OpenArticle).selection.start)
  const hovered = useMarksUnderMouse(scroller, 'data-annotation-id').flatMap(
    (id) => annotations.get(id) ?? [],
  )
  const stack = hovered.length > 0 ? hovered : stackAt(annotations, offset)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for forms
    <div role="group" aria-label="Marks here" className={css.strip}>
      {stack.slice(0, MOST).map((annotation, i) => (
        <Chip key={annotation.id} annotation={annotation} isInner={i === 0} />
      ))}
      {stack.length > MOST && <span className={css.more}>and {stack.length - MOST} more</span>}
    </div>
  )
}

type ChipProps = { readonly annotation: Annotation; readonly isInner: boolean }

/** Not a stop of the Tab key: that key goes through the same marks, from the text. */
function Chip({ annotation, isInner }: ChipProps) {
  const text = useDesk(({ open }) => open?.text ?? '')
  const isSelected = useDesk(({ open }) => open?.selected === annotation.id)
  const isHinted = useDesk((state) => hintsOf(state, annotation).length > 0)
  const { id, label, certainty } = annotation
  const { title, shape } = shownLabel(useDesk(schemeOf), label)
  return (
    <>
      {!isInner && <span className={css.in}>in</span>}
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={isSelected}
        className={css.chip}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => selectAnnotation(id, { reveal: false })}
      >
        <span className={css.chipWords} {...dragsMention(annotation)}>
          <LabelChip labelId={label} shape={shape} title={title} />
          <span className={css.quote}>“{shortQuote(text, annotation)}”</span>
          {certainty === 'unsure' && <span>unsure</span>}
          {isHinted && <span className={css.more}>hint</span>}
        </span>
      </button>
    </>
  )
}
