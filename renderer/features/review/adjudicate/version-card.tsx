import { Fragment } from 'react'
import type { Annotation } from '#shared/domain/annotation.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import type { Span } from '#shared/domain/span.ts'
import type { DifferenceKind } from '#shared/review/differences.ts'
import { adjudicating } from '../../../state/adjudicating.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import type { OpenAdjudication } from '../../../state/open-adjudication.ts'
import { letterOf, takeVersion } from '../../../state/settling.ts'
import { LabelChip } from '../../../ui/label-chip.tsx'
import css from './adjudicate.module.css'
import { type Fact, quoteOf, shownFacts } from './difference-words.ts'

type Props = {
  readonly open: OpenAdjudication
  /** Of the annotator. */
  readonly index: number
  /** Null where the annotator has none here. */
  readonly mark: Annotation | null
  readonly facts: readonly Fact[]
  /** The titles of the facts that are not the same for all. */
  readonly differing: ReadonlySet<string>
  readonly kinds: readonly DifferenceKind[]
  /** What all cover, where they do not cover the same. */
  readonly shared: Span | null
}

/** What one annotator has here. */
export function VersionCard({ open, index, mark, facts, differing, kinds, shared }: Props) {
  const hidesNames = adjudicating((state) => state.hidesNames)
  const annotator = open.annotators[index] ?? ''
  const name = hidesNames ? `Annotator ${letterOf(index)}` : annotator
  return (
    <li className={css.version} data-is-lacking={mark === null}>
      <h3 className={css.versionName}>{name}</h3>
      {mark ? (
        <>
          <Words
            text={open.text}
            mark={mark}
            shared={kinds.includes('boundary') ? shared : null}
            kinds={kinds}
          />
          <Facts mark={mark} facts={facts} differing={differing} />
          {mark.note && <p className={css.note}>{mark.note}</p>}
          <button type="button" onClick={() => takeVersion(index)}>
            Take {name}’s {index < 9 && <kbd>{index + 1}</kbd>}
          </button>
        </>
      ) : (
        <p className={css.quiet}>has no such mark</p>
      )}
    </li>
  )
}

type WordsProps = {
  readonly text: string
  readonly mark: Annotation
  readonly shared: Span | null
  readonly kinds: readonly DifferenceKind[]
}

/** The words, with those that not all have underlined. */
function Words({ text, mark, shared, kinds }: WordsProps) {
  const [before, middle, after] = quoteOf(text, mark, shared)
  const isOther = kinds.includes('boundary') && shared === null
  return (
    <blockquote dir="auto" className={css.words}>
      {before && <em className={css.differs}>{before}</em>}
      {isOther ? <em className={css.differs}>{middle}</em> : middle}
      {after && <em className={css.differs}>{after}</em>}
    </blockquote>
  )
}

type FactsProps = {
  readonly mark: Annotation
  readonly facts: readonly Fact[]
  readonly differing: ReadonlySet<string>
}

function Facts({ mark, facts, differing }: FactsProps) {
  const scheme = useDesk(schemeOf)
  const { shape } = shownLabel(scheme, mark.label)
  return (
    <dl className={css.facts}>
      {shownFacts(facts, differing).map(({ kind, title, value }) => (
        <Fragment key={title}>
          <dt>{title}</dt>
          <dd data-differs={differing.has(title)}>
            {kind === 'label' ? (
              <LabelChip labelId={mark.label} shape={shape} title={value} />
            ) : (
              value || 'nobody'
            )}
            {differing.has(title) && <span className={css.sign}> ≠</span>}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
