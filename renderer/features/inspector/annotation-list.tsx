import type { Annotation } from '#shared/domain/annotation.ts'
import { labelOf } from '#shared/domain/scheme.ts'
import { focusPane, type OpenArticle, schemeInUse, useDesk } from '../../state/desk.ts'
import { type Bound, keysIn, type ShownKeys, useBound } from '../../state/keys.ts'
import { selectAnnotation } from '../../state/selecting.ts'
import { keptRows } from '../../ui/kept-rows.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import { Listbox } from '../../ui/listbox.tsx'
import css from './inspector.module.css'

const LONGEST_NAME = 300

const kept = keptRows<Annotation>()

/** The annotations of the article in reading order. */
export function AnnotationList() {
  const annotations = useDesk(({ open }) => (open as OpenArticle).record.annotations)
  const text = useDesk(({ open }) => (open as OpenArticle).text)
  const selectedId = useDesk(({ open }) => open?.selected ?? null)
  const focus = useDesk((state) => (state.focus?.pane === 'annotations' ? state.focus : null))
  const bound = useBound()
  const selected = selectedId === null ? undefined : annotations.get(selectedId)
  const at = (index: number) => annotations.at(index) as Annotation
  return (
    <section aria-label="Annotations in this article" className={css.list}>
      <header className={css.listHeader}>
        <h2>Annotations · {annotations.size}</h2>
        <span className={css.keys}>
          <KeyHint words="next" keys={keysIn(bound, 'go.next-annotation')} />{' '}
          <KeyHint words="previous" keys={keysIn(bound, 'go.previous-annotation')} />
        </span>
      </header>
      {annotations.size === 0 && (
        <p className={css.hint}>
          Select words in the text and press {labelKeysIn(bound)}, or put the caret into a word and press its
          label’s key.
        </p>
      )}
      <Listbox
        label="Annotations"
        count={annotations.size}
        selected={selected ? annotations.rankOf(selected) : -1}
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

function KeyHint({ words, keys }: { readonly words: string; readonly keys: ShownKeys }) {
  if (!keys.shown) return null
  return (
    <>
      {words} <kbd>{keys.shown}</kbd>
    </>
  )
}

const labelKeysIn = (bound: Bound): string =>
  bound.scheme.labels
    .map(({ id }) => keysIn(bound, `mark.${id}`).shown)
    .filter(Boolean)
    .join(', ') || 'a label'

function rowOf(annotation: Annotation, text: string) {
  const label = labelOf(schemeInUse(), annotation.label)
  const quote = shorten(text.slice(annotation.start, annotation.end))
  const remarks = [annotation.certainty === 'unsure' && 'unsure', annotation.note && 'with a note'].filter(
    Boolean,
  )
  return {
    name: `${label?.title ?? annotation.label}: ${quote}`,
    ...(remarks.length > 0 ? { description: remarks.join(', ') } : {}),
    data: { 'data-annotation-id': annotation.id } as const,
    content: (
      <div className={css.row}>
        <span className={css.chip}>
          <LabelChip
            labelId={annotation.label}
            shape={label?.shape ?? 'tint'}
            title={label?.title ?? annotation.label}
          />
        </span>
        <span className={css.quote}>{quote}</span>
        {remarks.length > 0 && <span className={css.remarks}>{remarks.join(', ')}</span>}
      </div>
    ),
  }
}

const shorten = (quote: string): string =>
  quote.length > LONGEST_NAME ? `${quote.slice(0, LONGEST_NAME)}…` : quote
