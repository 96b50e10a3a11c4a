import type { ReactNode } from 'react'
import { useDesk } from '../state/desk.ts'
import { setPreferences } from '../state/preferences.ts'
import { Splitter } from '../ui/splitter.tsx'
import css from './app.module.css'

export type PanesProps = {
  readonly articles: ReactNode
  readonly reader: ReactNode
  readonly inspector: ReactNode
}

/** The three panes; the widths of the outer two are the analyst's and are remembered. */
export function Panes({ articles, reader, inspector }: PanesProps) {
  const panes = useDesk(({ preferences }) => preferences.panes)
  const resize = (change: Partial<typeof panes>) => void setPreferences({ panes: { ...panes, ...change } })
  const columns = `min(${panes.articles}px, 28vw) 1px minmax(0, 1fr) 1px min(${panes.inspector}px, 34vw)`
  return (
    <div className={css.panes} style={{ gridTemplateColumns: columns }}>
      {articles}
      <Splitter
        label="Width of the articles pane"
        width={panes.articles}
        min={180}
        max={600}
        side="left"
        onResize={(width) => resize({ articles: width })}
      />
      {reader}
      <Splitter
        label="Width of the inspector"
        width={panes.inspector}
        min={240}
        max={700}
        side="right"
        onResize={(width) => resize({ inspector: width })}
      />
      {inspector}
    </div>
  )
}
