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
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.ctrlKey && STEPS_FROM_ANYWHERE[event.key]
    if (!step) return
    event.preventDefault()
    goToTab(tabBeside(tab, step))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it has the focus
    <div className={css.collect} onKeyDown={onKeyDown}>
      <Tabs shown={tab} />
      <div role="tabpanel" aria-labelledby={`collect-${tab}`} className={css.panel}>
        <Panel />
      </div>
    </div>
  )
}

type Steps = Readonly<Record<string, number>>

const STEPS_FROM_ANYWHERE: Steps = { PageUp: -1, PageDown: 1 }
const STEPS: Steps = { ArrowLeft: -1, ArrowRight: 1 }
const ENDS: Readonly<Record<string, CollectTab | undefined>> = {
  Home: COLLECT_TABS[0],
  End: COLLECT_TABS.at(-1),
}

const tabBeside = (tab: CollectTab, step: number): CollectTab | undefined =>
  COLLECT_TABS.at((COLLECT_TABS.indexOf(tab) + step) % COLLECT_TABS.length)

/** The tab has the focus then. */
function goToTab(tab: CollectTab | undefined): void {
  if (!tab) return
  document.getElementById(`collect-${tab}`)?.focus()
  showCollect(tab)
}

function Tabs({ shown }: { readonly shown: CollectTab }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const tab = step ? tabBeside(shown, step) : ENDS[event.key]
    if (!tab) return
    event.preventDefault()
    goToTab(tab)
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
