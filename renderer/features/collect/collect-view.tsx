import type { ComponentType } from 'react'
import { COLLECT_TABS, type CollectTab, showCollect, useCollectTab } from '../../state/collect.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { AlikePanel } from './alike-panel.tsx'
import { ChangedPanel } from './changed-panel.tsx'
import { ImportsPanel } from './imports-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'

const PANELS: { readonly [T in CollectTab]: { readonly title: string; readonly Panel: ComponentType } } = {
  imports: { title: 'Imports', Panel: ImportsPanel },
  alike: { title: 'Alike', Panel: AlikePanel },
  changed: { title: 'Changed', Panel: ChangedPanel },
  rules: { title: 'Cleaning rules', Panel: RulesPanel },
}

const TABS = COLLECT_TABS.map((id) => ({ id, title: PANELS[id].title }))

/** What comes into the workspace, and what became of it. */
export function CollectView() {
  const shown = useCollectTab()
  const { Panel } = PANELS[shown]
  return (
    <Tabs name="Collect" tabs={TABS} shown={shown} onShow={showCollect}>
      <Panel />
    </Tabs>
  )
}
