import { shownLabel } from '#shared/domain/scheme.ts'
import { threadAbout } from '#shared/review/threads.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { quoteOf } from '../../../state/filtering.ts'
import { aboutStop, type OpenWork, WHOLE } from '../../../state/open-work.ts'
import { reviewing } from '../../../state/reviewing.ts'
import { CommentThread } from '../../../ui/comment-thread.tsx'
import { LabelChip } from '../../../ui/label-chip.tsx'
import { TalkButtons } from './judge-buttons.tsx'
import { MarkJudgements } from './mark-judgements.tsx'
import { WordForm } from './word-form.tsx'
import css from './work.module.css'

type Props = { readonly work: OpenWork; readonly stop: string }

/** What can be talked of besides the marks that are there: one that is gone, or all of the article. */
export function BesideCard({ work, stop }: Props) {
  const writing = reviewing((state) => state.writing)
  return (
    <div className={css.card}>
      <div aria-live="polite" className={css.said}>
        {stop === WHOLE ? <Whole work={work} /> : <Gone work={work} stop={stop} />}
      </div>
      <CommentThread thread={threadAbout(work.threads, aboutStop(work, stop))} />
      {writing === 'comment' ? <WordForm writing="comment" /> : <TalkButtons />}
    </div>
  )
}

const Whole = ({ work: { annotator, annotations } }: Pick<Props, 'work'>) => (
  <>
    <h3>The whole article</h3>
    <p className={css.quiet}>
      {annotations.size === 0
        ? `${annotator} has marked nothing in this article.`
        : `All that ${annotator} made of it.`}
    </p>
  </>
)

/** What it was like is known where somebody judged it. */
function Gone({ work, stop }: Props) {
  const scheme = useDesk(schemeOf)
  const standing = work.standings.get(stop)
  if (!standing)
    return (
      <>
        <h3>A mark that is gone</h3>
        <p className={css.quiet}>{work.annotator} has deleted it; nobody had judged it.</p>
      </>
    )
  const { mark } = standing
  const { title, shape } = shownLabel(scheme, mark.label)
  return (
    <>
      <h3>
        <LabelChip labelId={mark.label} shape={shape} title={title} /> A mark that is gone
      </h3>
      <blockquote dir="auto">{quoteOf(mark, work.text)}</blockquote>
      <MarkJudgements standing={standing} work={work} />
    </>
  )
}
