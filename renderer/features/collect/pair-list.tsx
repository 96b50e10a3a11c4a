import type { AlikePair } from '#shared/ipc/alike.ts'
import { type AlikeState, choosePair, pairsShown, useAlike } from '../../state/alike.ts'
import { desk, useDesk } from '../../state/desk.ts'
import { Listbox } from '../../ui/listbox.tsx'
import css from './alike-panel.module.css'
import { useListFocus } from './list-focus.ts'

/** The pairs by their likeness. `onOpen`: Enter. */
export function PairList({ onOpen }: { readonly onOpen: () => void }) {
  const pairs = useAlike(pairsKept)
  const chosen = useAlike((state) => state.chosen)
  useDesk(({ articles }) => articles)
  const { focus, refocus } = useListFocus()
  const pair = (index: number) => pairs[index] as AlikePair
  const choose = (index: number) => {
    choosePair(index)
    refocus()
  }
  return (
    <Listbox
      label="Articles alike"
      count={pairs.length}
      selected={chosen}
      rowHeight={84}
      keyOf={(index) => [pair(index).a, pair(index).b].sort().join(' ')}
      rowAt={(index) => rowOf(pair(index))}
      onSelect={choose}
      focus={focus}
      onOpen={onOpen}
    />
  )
}

function rowOf({ a, b, jaccard, contained, isDifferent }: AlikePair) {
  const { articles } = desk.getState()
  const [one, other] = [articles.get(a), articles.get(b)]
  const [first, second] = [one?.title ?? a, other?.title ?? b]
  const words = [likenessWords({ jaccard, contained }), isDifferent && 'told apart']
    .filter(Boolean)
    .join(' · ')
  return {
    name: first === second ? first : `${first} / ${second}`,
    description: [words, one?.source, other?.source].filter(Boolean).join(', '),
    content: (
      <div className={css.pair}>
        <span className={css.title}>{first}</span>
        <span className={css.title}>{second}</span>
        <span className={css.pairFacts}>
          {[words, one?.source, other?.source].filter(Boolean).join(' · ')}
        </span>
      </div>
    ),
  }
}

/** What is common of both; of a short piece in a long one, how much of it is in there. */
export function likenessWords({ jaccard, contained }: Pick<AlikePair, 'jaccard' | 'contained'>): string {
  const percent = (part: number) => `${Math.floor(part * 100)} %`
  return contained - jaccard > 0.25
    ? `${percent(contained)} of the shorter is in the longer`
    : `${percent(jaccard)} the same`
}

let kept: {
  readonly from: readonly unknown[]
  readonly all: boolean
  readonly pairs: readonly AlikePair[]
} | null = null

/** The same list again as long as nothing of it changed. */
function pairsKept(state: AlikeState): readonly AlikePair[] {
  const { pairs: from, showsDecided: all } = state
  if (kept?.from !== from || kept.all !== all) kept = { from, all, pairs: pairsShown(state) }
  return kept.pairs
}
