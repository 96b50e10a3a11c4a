import { useMemo } from 'react'
import { OUTCOME_SIGNS, UNDECIDED_SIGN } from '#shared/review/outcome-words.ts'
import { adjudicating, goToDifference } from '../../../state/adjudicating.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { isOpen, type OpenAdjudication } from '../../../state/open-adjudication.ts'
import { MarkedColumn } from '../marked-column.tsx'
import css from './adjudicate.module.css'
import { DifferenceCard } from './difference-card.tsx'
import { KeysLine } from './keys-line.tsx'
import { SettledHeader } from './settled-header.tsx'

/** An article with everybody’s marks in it, and what differs at the current stop below the lines that it is about. */
export function SettledArticle() {
  const open = adjudicating((state) => state.open) as OpenAdjudication
  const current = adjudicating((state) => state.current)
  const draft = adjudicating((state) => state.draft)
  const scheme = useDesk(schemeOf)
  const { text, alignments, places } = open
  const place = current === null ? undefined : places.get(current)
  const end = place === undefined ? null : (alignments[place]?.span.end ?? null)
  const offset = draft ? draft.mark.end : end
  const below = useMemo(
    () => (offset === null ? null : { offset: Math.max(0, offset - 1), card: <DifferenceCard /> }),
    [offset],
  )
  const drafted = useMemo(
    () => (draft && current !== null ? { stop: current, annotation: draft.mark } : null),
    [draft, current],
  )
  const signs = useMemo(() => signsOf(open), [open])
  return (
    <>
      <SettledHeader />
      {alignments.length === 0 && <p className={css.nothing}>Nobody has marked anything in this article.</p>}
      <MarkedColumn
        key={open.articleId}
        label="Article in adjudication"
        text={text}
        marks={open.marks}
        draft={drafted}
        scheme={scheme}
        current={current}
        signs={signs}
        onChoose={goToDifference}
        below={below}
      />
      <KeysLine />
    </>
  )
}

/** What became of each, behind its marks; a question mark where that is open. */
function signsOf(open: OpenAdjudication): ReadonlyMap<string, string> {
  return new Map(
    open.alignments.flatMap((alignment) => {
      const standing = open.standings.get(alignment.id)
      const sign = standing
        ? `${OUTCOME_SIGNS[standing.judgement.outcome]}${standing.isChangedSince ? UNDECIDED_SIGN : ''}`
        : UNDECIDED_SIGN
      return standing || isOpen(open, alignment) ? [[alignment.id, sign] as const] : []
    }),
  )
}
