import { type ComponentType, type KeyboardEvent, useEffect, useRef } from 'react'
import { ActorsView } from '../features/actors/actors-view.tsx'
import { CollectView } from '../features/collect/collect-view.tsx'
import { ExchangeView } from '../features/exchange/exchange-view.tsx'
import { QueueView } from '../features/queue/queue-view.tsx'
import { ReviewView } from '../features/review/review-view.tsx'
import { SchemeView } from '../features/scheme/scheme-view.tsx'
import { focusPane, type OtherView, useDesk, VIEW_TITLES } from '../state/desk.ts'
import css from './views.module.css'

const VIEWS: { readonly [V in OtherView]: ComponentType } = {
  actors: ActorsView,
  queue: QueueView,
  scheme: SchemeView,
  collect: CollectView,
  exchange: ExchangeView,
  review: ReviewView,
}

/** What is shown in the place of the article and its panes, which stay as they are behind it. */
export function Views() {
  const view = useDesk((state) => state.view)
  if (view === 'annotate') return null
  const View = VIEWS[view]
  return (
    <OneView key={view} title={VIEW_TITLES[view]}>
      <View />
    </OneView>
  )
}

type OneViewProps = { readonly title: string; readonly children: React.ReactNode }

/** Takes the focus unless something in it has asked for it; Escape leads back to the article. */
function OneView({ title, children }: OneViewProps) {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!section.current?.contains(document.activeElement)) section.current?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    focusPane('reader')
  }
  return (
    <section ref={section} aria-label={title} tabIndex={-1} className={css.view} onKeyDown={onKeyDown}>
      {children}
    </section>
  )
}
