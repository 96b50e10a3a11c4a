import { useEffect, useRef } from 'react'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { Judgement } from '#shared/domain/review.ts'
import { SETTLED_WORDS } from '#shared/review/outcome-words.ts'
import { adjudicating, currentAlignment } from '../../../state/adjudicating.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import css from './adjudicate.module.css'
import { DecisionButtons } from './decision-buttons.tsx'
import { differingTitles, factsOf, KIND_WORDS, sharedSpan } from './difference-words.ts'
import { DraftForm } from './draft-form.tsx'
import { InGold } from './in-gold.tsx'
import { ReasonForm } from './reason-form.tsx'
import { VersionCard } from './version-card.tsx'

/** What the annotators say at the current stop, side by side, and what can be done about it. */
export function DifferenceCard() {
  const open = adjudicating((state) => state.open)
  const writing = adjudicating((state) => state.writing)
  const alignment = adjudicating(currentAlignment)
  const scheme = useDesk(schemeOf)
  const union = useDesk(({ registry }) => registry.united)
  const card = useRef<HTMLElement>(null)
  const id = alignment?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another difference, or is written in
  useEffect(() => {
    // After the mark is in the middle, so that all of the card is in sight.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => card.current && reveal(card.current, writing !== null)),
    )
    return () => cancelAnimationFrame(frame)
  }, [id, writing])
  if (!open || !alignment) return null
  const { kinds, marks } = alignment
  const standing = open.standings.get(alignment.id)
  const said = open.annotators.map((annotator) => {
    const mark = marks.find((one) => one.annotator === annotator)?.as ?? null
    const annotations = open.marksOf.get(annotator) ?? AnnotationSet.empty
    const place = { text: open.text, annotations, scheme, union, earlier: null }
    return { annotator, mark, facts: mark ? factsOf(mark, place) : [] }
  })
  const differing = differingTitles(
    said.map(({ facts }) => facts),
    kinds,
  )
  const shared = kinds.includes('boundary') ? sharedSpan(marks.map(({ as }) => as)) : null
  return (
    <section ref={card} aria-label="Difference" className={css.card}>
      <p aria-live="polite" className={css.kinds}>
        <strong>
          {kinds.length > 0
            ? `Differs: ${kinds.map((kind) => KIND_WORDS[kind]).join(', ')}`
            : 'The same for all'}
        </strong>
        {standing && <Settled judgement={standing.judgement} isChangedSince={standing.isChangedSince} />}
      </p>
      {standing && <InGold open={open} judgement={standing.judgement} />}
      <ol className={css.versions}>
        {said.map(({ annotator, mark, facts }, index) => (
          <VersionCard
            key={annotator}
            open={open}
            index={index}
            mark={mark}
            facts={facts}
            differing={differing}
            kinds={kinds}
            shared={shared}
          />
        ))}
      </ol>
      {writing === 'edit' && <DraftForm />}
      {writing === 'reason' && <ReasonForm key={alignment.id} />}
      {writing === null && <DecisionButtons />}
    </section>
  )
}

/** With what is written in, which is at its end. */
function reveal(card: HTMLElement, isWriting: boolean): void {
  card.scrollTop = isWriting ? card.scrollHeight : 0
  card.scrollIntoView({ block: 'nearest' })
}

type SettledProps = { readonly judgement: Judgement; readonly isChangedSince: boolean }

const Settled = ({ judgement: { outcome, made, reason, by }, isChangedSince }: SettledProps) => (
  <span>
    {SETTLED_WORDS[outcome]}
    {made && made.length > 1 && ` (${made.length} marks)`} by {by}
    {reason && `, because: ${reason}`}
    {isChangedSince && <em className={css.warning}> changed since: please decide again</em>}
  </span>
)
