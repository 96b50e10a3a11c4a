import type { ComponentType, KeyboardEvent } from 'react'
import { COLLECT_TABS, type CollectTab, showCollect, useCollectTab } from '../../state/collect.ts'
import { AlikePanel } from './alike-panel.tsx'
import { ChangedPanel } from './changed-panel.tsx'
import css from './collect-view.module.css'
import { ImportsPanel } from './imports-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'

const PANELS: { readonly [T in CollectTab]: { readonly title: string; readonly Panel: ComponentType } } = {
  imports: { title: 'Imports', Panel: ImportsPanel },
  alike: { title: 'Alike', Panel: AlikePanel },
  changed: { title: 'Changed', Panel: ChangedPanel },
  rules: { title: 'Cleaning rules', Panel: RulesPanel },
}

/** What comes into the workspace, and what became of it. */
export function CollectView() {
  const tab = useCollectTab()
  const { Panel } = PANELS[tab]
  return (
    <div className={css.collect}>
      <Tabs shown={tab} />
      <div role="tabpanel" aria-labelledby={`collect-${tab}`} className={css.panel}>
        <Panel />
      </div>
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

function Tabs({ shown }: { readonly shown: CollectTab }) {
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const step = STEPS[key]
    const count = COLLECT_TABS.length
    const next = step && COLLECT_TABS[(COLLECT_TABS.indexOf(shown) + step + count) % count]
    if (!next) return
    showCollect(next)
    document.getElementById(`collect-${next}`)?.focus()
  }
  return (
    <div role="tablist" aria-label="Collect" className={css.tabs} onKeyDown={onKeyDown}>
      {COLLECT_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`collect-${tab}`}
          aria-selected={tab === shown}
          tabIndex={tab === shown ? 0 : -1}
          className={css.tab}
          onClick={() => showCollect(tab)}
        >
          {PANELS[tab].title}
        </button>
      ))}
    </div>
  )
}
