import { accept, step, toggleResolved, unjudge } from '../../../state/judging.ts'
import { useKeys } from '../../../state/keys.ts'
import { startWriting } from '../../../state/proposing.ts'
import css from './work.module.css'

/** All that can be done at a mark, each with its key. */
export function JudgeButtons({ isJudged }: { readonly isJudged: boolean }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend and a frame, and these are no fields
    <div role="group" aria-label="Judge this mark" className={css.buttons}>
      <Act title="Accept" keys="A" run={accept} isFirst />
      <Act title="Change…" keys="C" run={() => startWriting('change')} />
      <Act title="Reject…" keys="X" run={() => startWriting('reject')} />
      <Talk />
      {isJudged && <Act title="Take my judgement back" keys="U" run={unjudge} />}
      <Walk />
    </div>
  )
}

/** All that can be done where there is no mark to judge. */
export const TalkButtons = () => (
  // biome-ignore lint/a11y/useSemanticElements: as above
  <div role="group" aria-label="Talk of this" className={css.buttons}>
    <Talk />
    <Walk />
  </div>
)

const Talk = () => (
  <>
    <Act title="Comment…" keys="N" run={() => startWriting('comment')} />
    <Act title="Resolve" keys="V" run={toggleResolved} />
  </>
)

function Walk() {
  const next = useKeys('go.next-annotation').shown
  const previous = useKeys('go.previous-annotation').shown
  return (
    <>
      <Act title="Previous" keys={previous} run={() => step(-1)} />
      <Act title="Next" keys={next} run={() => step(1)} />
    </>
  )
}

type ActProps = {
  readonly title: string
  readonly keys: string
  readonly run: () => void
  readonly isFirst?: boolean
}

const Act = ({ title, keys, run, isFirst = false }: ActProps) => (
  <button
    type="button"
    className={isFirst ? 'primary' : undefined}
    aria-keyshortcuts={keys || undefined}
    onClick={run}
  >
    {title} {keys && <kbd>{keys}</kbd>}
  </button>
)
