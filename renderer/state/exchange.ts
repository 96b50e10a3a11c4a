import { create } from 'zustand'
import { showView } from './desk.ts'

/** What the Exchange view shows: what goes out of the workspace, and annotations that come in. */
export const EXCHANGE_TABS = ['export', 'annotations'] as const
export type ExchangeTab = (typeof EXCHANGE_TABS)[number]

const exchange = create<{ readonly tab: ExchangeTab }>(() => ({ tab: 'export' }))

export const useExchangeTab = (): ExchangeTab => exchange(({ tab }) => tab)

export function showExchange(tab: ExchangeTab): void {
  exchange.setState({ tab })
  showView('exchange')
}
