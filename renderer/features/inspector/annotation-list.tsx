import { useRef } from 'react'
import type { Annotation } from '#shared/domain/annotation.ts'
import { type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import { focusPane, type OpenArticle, type Remarked, schemeOf, useDesk } from '../../state/desk.ts'
import { dragsMention } from '../../state/dragging.ts'
import { clearFilter, isFiltering, listedIn, listedRank, quoteOf } from '../../state/filtering.ts'
import { type Bound, keysIn, useBound, useKeys, withKeys } from '../../state/keys.ts'
import { selectAnnotation } from '../../state/selecting.ts'
import { keptRows } from '../../ui/kept-rows.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import { Listbox } from '../../ui/listbox.tsx'
import { AnnotationFilter } from './annotation-filter.tsx'
import { HintCount } from './hint-count.tsx'
import css from './inspector.module.css'
import { RemarkCount } from './remark-count.tsx'

const LONGEST_NAME = 300

/** The annotations of the article in reading order, or those of them that fit the filter. */
export function AnnotationList() {
  const all = useDesk(({ open }) => (open as OpenArticle).record.annotations)
  const listed = useDesk((state) => listedIn(state.open as OpenArticle, state.annotationFilter, state))
  const isFiltered = useDesk(({ annotationFilter }) => isFiltering(annotationFilter))
  const text = useDesk(({ open }) => (open as OpenArticle).text)
  const selectedId = useDesk(({ open }) => open?.selected ?? null)
  const focus = useDesk((state) => (state.focus?.pane === 'annotations' ? state.focus : null))
  const selected = selectedId === null ? undefined : all.get(selectedId)
  const hinted = useDesk((state) => state.hinted)
  const remarked = useDesk((state) => state.remarked)
  const at = (index: number) => listed.at(index) as Annotation
  const scheme = useDesk(schemeOf)
  const kept = useRowsKeptFor(scheme)
  const rowAt = (index: number) => {
    const annotation = at(index)
    const signs = [hinted.has(annotation.id) && 'hint', signOf(remarked.get(annotation.id))].filter(isWord)
    return kept(signs.join())(annotation, () => rowOf(annotation, { text, scheme, signs }))
  }
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
        rowAt={rowAt}
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
      <HintCount />
      <RemarkCount />
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

/** Another scheme may call the same annotations otherwise, and one may be hinted at, or judged, that was not before. */
function useRowsKeptFor(scheme: Scheme) {
  const kept = useRef<{ readonly scheme: Scheme; readonly rowsWith: (signs: string) => KeptRows }>(null)
  if (kept.current?.scheme !== scheme) kept.current = { scheme, rowsWith: rowsBySigns() }
  return kept.current.rowsWith
}

function rowsBySigns(): (signs: string) => KeptRows {
  const all = new Map<string, KeptRows>()
  return (signs) => {
    const rows = all.get(signs) ?? keptRows<Annotation>()
    all.set(signs, rows)
    return rows
  }
}

type KeptRows = ReturnType<typeof keptRows<Annotation>>

const isWord = (sign: string | false): sign is string => sign !== false

/** What is said in the list of a reviewer’s word. */
const signOf = (remarked: Remarked | undefined): string | false =>
  remarked !== undefined && `${remarked.waits ? '' : 'answered: '}${remarked.word}`

type RowPlace = { readonly text: string; readonly scheme: Scheme; readonly signs: readonly string[] }

function rowOf(annotation: Annotation, { text, scheme, signs }: RowPlace) {
  const { title, shape } = shownLabel(scheme, annotation.label)
  const quote = shorten(quoteOf(annotation, text))
  const remarks = [
    annotation.certainty === 'unsure' && 'unsure',
    annotation.note && 'with a note',
    ...signs,
  ].filter(Boolean)
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
