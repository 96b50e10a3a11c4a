import { create } from 'zustand'
import { showView } from './desk.ts'

/** What the Collect view shows: how imports went, articles alike, articles with a newer text, and cleaning rules. */
export const COLLECT_TABS = ['imports', 'alike', 'changed', 'rules'] as const
export type CollectTab = (typeof COLLECT_TABS)[number]

const collect = create<{ readonly tab: CollectTab }>(() => ({ tab: 'imports' }))

export const useCollectTab = (): CollectTab => collect(({ tab }) => tab)

export function showCollect(tab: CollectTab): void {
  collect.setState({ tab })
  showView('collect')
}
