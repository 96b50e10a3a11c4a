import type { ComponentType } from 'react'
import { EXCHANGE_TABS, type ExchangeTab, showExchange, useExchangeTab } from '../../state/exchange.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { BroughtPanel } from './brought-panel.tsx'
import { ExportPanel } from './export-panel.tsx'

const PANELS: { readonly [T in ExchangeTab]: { readonly title: string; readonly Panel: ComponentType } } = {
  export: { title: 'Export', Panel: ExportPanel },
  annotations: { title: 'Import annotations', Panel: BroughtPanel },
}

const TABS = EXCHANGE_TABS.map((id) => ({ id, title: PANELS[id].title }))

/** What goes out of the workspace, and annotations that come in. */
export function ExchangeView() {
  const shown = useExchangeTab()
  const { Panel } = PANELS[shown]
  return (
    <Tabs name="Exchange" tabs={TABS} shown={shown} onShow={showExchange}>
      <Panel />
    </Tabs>
  )
}
