import { type KeyboardEvent, useEffect, useRef } from 'react'
import {
  alike,
  choosePair,
  chosenPair,
  joinPair,
  lookForAlike,
  openOfPair,
  pairsShown,
  showDecided,
  swapPair,
  tellApart,
  useAlike,
} from '../../state/alike.ts'
import { useDesk } from '../../state/desk.ts'
import css from './alike-panel.module.css'
import { AlikeTexts } from './alike-texts.tsx'
import { PairList } from './pair-list.tsx'

/** Articles that are nearly the same, two and two, to be told apart or joined: never by themselves. */
export function AlikePanel() {
  useStaysTrue()
  const pair = useAlike(chosenPair)
  const isKnown = useAlike((state) => state.isKnown)
  const problem = useAlike((state) => state.problem)
  const texts = useRef<HTMLElement>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list and the texts in it have the focus; its keys are theirs
    <div className={css.panel} onKeyDown={onAlikeKey}>
      <Header />
      {problem && <p className={css.nothing}>{problem}</p>}
      {!isKnown && <p className={css.nothing}>The articles are being compared…</p>}
      {isKnown && !problem && !pair && <p className={css.nothing}>No two articles are nearly the same.</p>}
      {pair && (
        <div className={css.both}>
          <PairList onOpen={() => texts.current?.focus()} />
          <AlikeTexts key={`${pair.a} ${pair.b}`} pair={pair} region={texts} />
        </div>
      )}
    </div>
  )
}

/** Articles that come or go may be like others. */
function useStaysTrue(): void {
  const count = useDesk(({ articles }) => articles.length)
  const workspaceId = useDesk(({ workspace }) => workspace?.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are compared anew because these have changed
  useEffect(() => void lookForAlike(), [count, workspaceId])
}

const KEYS: Readonly<Record<string, () => unknown>> = {
  d: tellApart,
  v: joinPair,
  x: swapPair,
  '1': () => openOfPair('a'),
  '2': () => openOfPair('b'),
  j: () => stepPair(1),
  k: () => stepPair(-1),
}

function onAlikeKey(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const act = KEYS[event.key.toLowerCase()]
  if (!act) return
  event.preventDefault()
  act()
}

function stepPair(step: 1 | -1): void {
  const state = alike.getState()
  const last = pairsShown(state).length - 1
  choosePair(Math.min(last, Math.max(0, state.chosen + step)))
}

function Header() {
  const showsDecided = useAlike((state) => state.showsDecided)
  const decided = useAlike(({ pairs }) => pairs.filter(({ isDifferent }) => isDifferent).length)
  const isLooking = useAlike((state) => state.isLooking && state.isKnown)
  return (
    <div className={css.header}>
      <label>
        <input
          type="checkbox"
          checked={showsDecided}
          onChange={({ target }) => showDecided(target.checked)}
        />{' '}
        Show those that you told apart · {decided}
      </label>
      <span aria-live="polite">{isLooking && 'Comparing…'}</span>
      <p className={css.keys}>
        <kbd>J</kbd> <kbd>K</kbd> walk · <kbd>Enter</kbd> to the texts · <kbd>X</kbd> swaps the two
      </p>
    </div>
  )
}
