import type { Annotation } from '#shared/domain/annotation.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { focusPane, type OpenArticle, schemeInUse, useDesk } from '../../state/desk.ts'
import { dragsMention } from '../../state/dragging.ts'
import { clearFilter, isFiltering, listedIn, listedRank, quoteOf } from '../../state/filtering.ts'
import { type Bound, keysIn, useBound, useKeys, withKeys } from '../../state/keys.ts'
import { selectAnnotation } from '../../state/selecting.ts'
import { keptRows } from '../../ui/kept-rows.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import { Listbox } from '../../ui/listbox.tsx'
import { AnnotationFilter } from './annotation-filter.tsx'
import css from './inspector.module.css'

const LONGEST_NAME = 300

const kept = keptRows<Annotation>()

/** The annotations of the article in reading order, or those of them that fit the filter. */
export function AnnotationList() {
  const all = useDesk(({ open }) => (open as OpenArticle).record.annotations)
  const listed = useDesk(({ open, annotationFilter }) => listedIn(open as OpenArticle, annotationFilter))
  const isFiltered = useDesk(({ annotationFilter }) => isFiltering(annotationFilter))
  const text = useDesk(({ open }) => (open as OpenArticle).text)
  const selectedId = useDesk(({ open }) => open?.selected ?? null)
  const focus = useDesk((state) => (state.focus?.pane === 'annotations' ? state.focus : null))
  const selected = selectedId === null ? undefined : all.get(selectedId)
  const at = (index: number) => listed.at(index) as Annotation
  return (
    <section aria-label="Annotations in this article" className={css.list}>
      <ListHeader listed={listed.size} all={all.size} isFiltered={isFiltered} />
      {all.size === 0 && <HowToMark />}
      {all.size > 0 && listed.size === 0 && <p className={css.hint}>No annotation fits this filter.</p>}
      <Listbox
        label="Annotations"
        count={listed.size}
        selected={selected ? listedRank(listed, selected) : -1}
        rowHeight={36}
        keyOf={(index) => at(index).id}
        rowAt={(index) => kept(at(index), () => rowOf(at(index), text))}
        onSelect={(index) => selectAnnotation(at(index).id)}
        onOpen={() => focusPane('reader')}
        focus={focus}
      />
    </section>
  )
}

type ListHeaderProps = { readonly listed: number; readonly all: number; readonly isFiltered: boolean }

function ListHeader({ listed, all, isFiltered }: ListHeaderProps) {
  return (
    <header className={css.listHeader}>
      <h2 aria-live={isFiltered ? 'polite' : 'off'}>
        Annotations · {isFiltered ? `${listed} of ${all}` : all}
      </h2>
      {isFiltered ? (
        <button
          type="button"
          aria-label="Clear filter"
          title="Show all annotations again"
          className={css.clear}
          onClick={clearAndStay}
        >
          Clear
        </button>
      ) : (
        <StepKeys />
      )}
      <AnnotationFilter />
    </header>
  )
}

/** The button goes with the filter, and the focus must not go with the button. */
function clearAndStay(): void {
  clearFilter()
  focusPane('filter')
}

function StepKeys() {
  const next = useKeys('go.next-annotation')
  const previous = useKeys('go.previous-annotation')
  return (
    <span className={css.keys} title={`${withKeys('Next', next)}, ${withKeys('previous', previous)}`}>
      {next.shown && <kbd>{next.shown}</kbd>} {previous.shown && <kbd>{previous.shown}</kbd>}
    </span>
  )
}

function HowToMark() {
  const bound = useBound()
  return (
    <p className={css.hint}>
      Select words in the text and press {labelKeysIn(bound)}, or put the caret into a word and press its
      label’s key.
    </p>
  )
}

const labelKeysIn = (bound: Bound): string =>
  bound.scheme.labels
    .map(({ id }) => keysIn(bound, `mark.${id}`).shown)
    .filter(Boolean)
    .join(', ') || 'a label'

function rowOf(annotation: Annotation, text: string) {
  const { title, shape } = shownLabel(schemeInUse(), annotation.label)
  const quote = shorten(quoteOf(annotation, text))
  const remarks = [annotation.certainty === 'unsure' && 'unsure', annotation.note && 'with a note'].filter(
    Boolean,
  )
  return {
    name: `${title}: ${quote}`,
    ...(remarks.length > 0 ? { description: remarks.join(', ') } : {}),
    data: { 'data-annotation-id': annotation.id } as const,
    content: (
      <div className={css.row} {...dragsMention(annotation)}>
        <span className={css.chip}>
          <LabelChip labelId={annotation.label} shape={shape} title={title} />
        </span>
        <span className={css.quote}>{quote}</span>
        {remarks.length > 0 && <span className={css.remarks}>{remarks.join(', ')}</span>}
      </div>
    ),
  }
}

const shorten = (quote: string): string =>
  quote.length > LONGEST_NAME ? `${quote.slice(0, LONGEST_NAME)}…` : quote
