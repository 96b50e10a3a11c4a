import type { HintKind } from '#shared/domain/hint.ts'
import { useKeys } from '../../state/keys.ts'
import { QUEUE_TABS, type Queue, type QueueTab, showOnly, showTab, useQueue } from '../../state/queue.ts'
import { HINT_TITLES } from './hint-titles.ts'
import css from './queue-view.module.css'

const TITLES: { readonly [T in QueueTab]: string } = { unsure: 'Unsure', hints: 'Hints' }

export function QueueTabs() {
  const tab = useQueue((state) => state.tab)
  return (
    <header className={css.header}>
      <div role="tablist" aria-label="What waits" className={css.tabs}>
        {QUEUE_TABS.map((one) => (
          <Tab key={one} tab={one} isShown={one === tab} />
        ))}
      </div>
      {tab === 'hints' && <KindOfHint />}
      <KeysHere tab={tab} />
    </header>
  )
}

function Tab({ tab, isShown }: { readonly tab: QueueTab; readonly isShown: boolean }) {
  const count = useQueue((state) => countOf(state, tab))
  return (
    <button
      type="button"
      role="tab"
      id={`queue-${tab}`}
      aria-selected={isShown}
      tabIndex={isShown ? 0 : -1}
      className={css.tab}
      onClick={() => showTab(tab)}
    >
      {TITLES[tab]}
      {count !== null && ` · ${count}`}
    </button>
  )
}

function countOf({ count }: Queue, tab: QueueTab): number | null {
  if (!count) return null
  return tab === 'unsure' ? count.unsure : Object.values(count.hints).reduce((sum, one) => sum + one, 0)
}

function KindOfHint() {
  const only = useQueue((state) => state.only)
  const hints = useQueue(({ count }) => count?.hints)
  const kinds = Object.entries(hints ?? {}) as [HintKind, number][]
  return (
    <select
      aria-label="Kind of hint"
      value={only ?? ''}
      onChange={({ target }) => showOnly((target.value || null) as HintKind | null)}
    >
      <option value="">every kind</option>
      {only && !hints?.[only] && <option value={only}>{HINT_TITLES[only]} · 0</option>}
      {kinds.map(([kind, count]) => (
        <option key={kind} value={kind}>
          {HINT_TITLES[kind]} · {count}
        </option>
      ))}
    </select>
  )
}

function KeysHere({ tab }: { readonly tab: QueueTab }) {
  const next = useKeys('go.next-annotation').shown
  const previous = useKeys('go.previous-annotation').shown
  const sure = useKeys('annotation.unsure').shown
  const mend = useKeys('annotation.mend').shown
  return (
    <p className={css.keys}>
      <kbd>{next}</kbd> <kbd>{previous}</kbd> walk · <kbd>Enter</kbd> opens ·{' '}
      {tab === 'unsure' && (
        <>
          <kbd>{sure}</kbd> it is sure ·{' '}
        </>
      )}
      <kbd>{mend}</kbd> mends · <kbd>←</kbd> <kbd>→</kbd> the other list
    </p>
  )
}
