import { useEffect, useRef } from 'react'
import type { Judgement } from '#shared/domain/review.ts'
import { SETTLED_WORDS } from '#shared/review/outcome-words.ts'
import { adjudicating, currentAlignment } from '../../../state/adjudicating.ts'
import css from './adjudicate.module.css'
import { DecisionButtons } from './decision-buttons.tsx'
import { KIND_WORDS, sharedSpan } from './difference-words.ts'
import { DraftForm } from './draft-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { VersionCard } from './version-card.tsx'

/** What the annotators say at the current stop, side by side, and what can be done about it. */
export function DifferenceCard() {
  const open = adjudicating((state) => state.open)
  const writing = adjudicating((state) => state.writing)
  const alignment = adjudicating(currentAlignment)
  const card = useRef<HTMLElement>(null)
  const id = alignment?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another difference, or is written in
  useEffect(() => {
    // After the mark is in the middle, so that all of the card is in sight.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => card.current?.scrollIntoView({ block: 'nearest' })),
    )
    return () => cancelAnimationFrame(frame)
  }, [id, writing])
  if (!open || !alignment) return null
  const { kinds, marks } = alignment
  const standing = open.standings.get(alignment.id)
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
      <ol className={css.versions}>
        {open.annotators.map((annotator, index) => (
          <VersionCard
            key={annotator}
            open={open}
            index={index}
            mark={marks.find((one) => one.annotator === annotator)?.as ?? null}
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

type SettledProps = { readonly judgement: Judgement; readonly isChangedSince: boolean }

const Settled = ({ judgement: { outcome, made, reason, by }, isChangedSince }: SettledProps) => (
  <span>
    {SETTLED_WORDS[outcome]}
    {made && made.length > 1 && ` (${made.length} marks)`} by {by}
    {reason && `, because: ${reason}`}
    {isChangedSince && <em className={css.warning}> changed since: please decide again</em>}
  </span>
)
