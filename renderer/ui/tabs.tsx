import type { KeyboardEvent, ReactNode } from 'react'
import css from './tabs.module.css'

type Tab<T extends string> = { readonly id: T; readonly title: string }

type Props<T extends string> = {
  /** Names the list of tabs, and begins their ids. */
  readonly name: string
  readonly tabs: readonly Tab<T>[]
  readonly shown: T
  readonly onShow: (tab: T) => void
  readonly children: ReactNode
}

type Steps = Readonly<Record<string, number>>
const STEPS_FROM_ANYWHERE: Steps = { PageUp: -1, PageDown: 1 }
const STEPS: Steps = { ArrowLeft: -1, ArrowRight: 1 }

/** Panels of which one is shown: arrows, Home and End go from tab to tab, Ctrl+PageUp and PageDown from anywhere in them. */
export function Tabs<T extends string>({ name, tabs, shown, onShow, children }: Props<T>) {
  const idOf = (tab: T): string => `${name.toLowerCase()}-${tab}`
  const goTo = (tab: Tab<T> | undefined): void => {
    if (!tab) return
    document.getElementById(idOf(tab.id))?.focus()
    onShow(tab.id)
  }
  const at = tabs.findIndex(({ id }) => id === shown)
  const beside = (step: number) => tabs.at((at + step) % tabs.length)
  const ends: Readonly<Record<string, Tab<T> | undefined>> = { Home: tabs[0], End: tabs.at(-1) }
  const go = (event: KeyboardEvent, steps: Steps, isAllowed: boolean): void => {
    const step = isAllowed ? steps[event.key] : undefined
    // Of tabs within tabs, the inner ones have it.
    if (step === undefined || event.defaultPrevented) return
    event.preventDefault()
    goTo(beside(step))
  }
  const onTabKey = (event: KeyboardEvent): void => {
    go(event, STEPS, !event.ctrlKey)
    if (!ends[event.key]) return
    event.preventDefault()
    goTo(ends[event.key])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it has the focus
    <div className={css.whole} onKeyDown={(event) => go(event, STEPS_FROM_ANYWHERE, event.ctrlKey)}>
      <div role="tablist" aria-label={name} className={css.tabs} onKeyDown={onTabKey}>
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={idOf(id)}
            aria-selected={id === shown}
            tabIndex={id === shown ? 0 : -1}
            className={css.tab}
            onClick={() => onShow(id)}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-labelledby={idOf(shown)} className={css.panel}>
        {children}
      </div>
    </div>
  )
}
