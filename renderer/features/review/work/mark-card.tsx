import { shownLabel } from '#shared/domain/scheme.ts'
import { threadAbout } from '#shared/review/threads.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { quoteOf } from '../../../state/filtering.ts'
import { currentMark } from '../../../state/judging.ts'
import { reviewing } from '../../../state/reviewing.ts'
import { CommentThread } from '../../../ui/comment-thread.tsx'
import { LabelChip } from '../../../ui/label-chip.tsx'
import { BesideCard } from './beside-card.tsx'
import { ChangeForm } from './change-form.tsx'
import { JudgeButtons } from './judge-buttons.tsx'
import { MarkFacts } from './mark-facts.tsx'
import { MarkJudgements } from './mark-judgements.tsx'
import { WordForm } from './word-form.tsx'
import css from './work.module.css'

/** The mark that is looked at: what it says, what was said of it, and what can be said. */
export function MarkCard() {
  const current = reviewing((state) => state.current)
  const work = reviewing((state) => state.work)
  const writing = reviewing((state) => state.writing)
  const scheme = useDesk(schemeOf)
  const at = work && current !== null ? currentMark() : null
  if (work && current !== null && !at) return <BesideCard work={work} stop={current} />
  if (!at) return <p className={css.quiet}>Choose a mark in the text, or press J.</p>
  const { mark } = at
  const { title, shape } = shownLabel(scheme, mark.label)
  const standing = at.work.standings.get(mark.id)
  return (
    <div className={css.card}>
      <div aria-live="polite" className={css.said}>
        <h3>
          <LabelChip labelId={mark.label} shape={shape} title={title} />
        </h3>
        <blockquote dir="auto">{quoteOf(mark, at.work.text)}</blockquote>
        {writing !== 'change' && <MarkFacts mark={mark} work={at.work} />}
        {standing && <MarkJudgements standing={standing} work={at.work} />}
      </div>
      <CommentThread thread={threadAbout(at.work.threads, { annotator: at.work.annotator, id: mark.id })} />
      {writing === null && <JudgeButtons isJudged={standing?.outcome !== 'open'} />}
      {writing === 'change' && <ChangeForm />}
      {(writing === 'reject' || writing === 'comment') && <WordForm key={writing} writing={writing} />}
    </div>
  )
}
