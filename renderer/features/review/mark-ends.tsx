import type { DraftSide } from '#shared/review/draft-mark.ts'
import { useKeys } from '../../state/keys.ts'

type Props = {
  readonly move: (side: DraftSide, isForward: boolean) => void
  readonly className: string | undefined
}

/** The ends of a mark that is put right, each a word earlier or later: by the keys of the reader, or from here. */
export function MarkEnds({ move, className }: Props) {
  const startBack = useKeys('select.start-back').shown
  const startOn = useKeys('select.start-on').shown
  const endBack = useKeys('select.end-back').shown
  const endOn = useKeys('select.end-on').shown
  return (
    <div className={className}>
      <button type="button" onClick={() => move('start', false)}>
        Start earlier <kbd>{startBack}</kbd>
      </button>
      <button type="button" onClick={() => move('start', true)}>
        Start later <kbd>{startOn}</kbd>
      </button>
      <button type="button" onClick={() => move('end', false)}>
        End earlier <kbd>{endBack}</kbd>
      </button>
      <button type="button" onClick={() => move('end', true)}>
        End later <kbd>{endOn}</kbd>
      </button>
    </div>
  )
}
