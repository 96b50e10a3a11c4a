import { type ComponentType, useEffect, useState } from 'react'
import type { CommandId } from '#shared/commands.ts'
import { bridge } from '../bridge.ts'
import { FindBar } from '../features/find/find-bar.tsx'
import { Inspector } from '../features/inspector/inspector.tsx'
import { LabelBar } from '../features/labelling/label-bar.tsx'
import { ArticlesPane } from '../features/library/articles-pane.tsx'
import { NarrowActCard } from '../features/reader/cards/act-card.tsx'
import { Reader } from '../features/reader/reader.tsx'
import { StatusBar } from '../features/status/status-bar.tsx'
import { NameBar } from '../features/welcome/name-bar.tsx'
import { Welcome } from '../features/welcome/welcome.tsx'
import { desk, schemeInUse, useDesk } from '../state/desk.ts'
import { standingOf } from '../state/standing.ts'
import { adoptLabelHues } from '../ui/label-hues.ts'
import css from './app.module.css'
import { Banner } from './banner.tsx'
import { DropTarget } from './drop-target.tsx'
import { onKeyDown } from './keyboard.ts'
import { Panes } from './panes-layout.tsx'
import { runCommand } from './run-command.ts'
import { ViewBar } from './view-bar.tsx'

export function App() {
  const hasWorkspace = useDesk(({ workspace }) => workspace !== null)
  const isAnnotating = useDesk(({ view }) => view === 'annotate')
  useWindowTitle()
  useKeysAndMenu()
  const scheme = useDesk(({ workspace }) => workspace?.scheme)
  useEffect(() => adoptLabelHues(scheme ?? schemeInUse()), [scheme])
  return (
    <DropTarget isActive={hasWorkspace}>
      {hasWorkspace && (
        <header className={css.bar}>
          <h1 className="visually-hidden">Glosswright</h1>
          <ViewBar />
          {isAnnotating && (
            <>
              <LabelBar />
              <FindBar />
            </>
          )}
        </header>
      )}
      <NameBar />
      <Banner />
      {hasWorkspace ? <Workplace /> : <Welcome />}
      <StatusBar />
      <LateSheets />
    </DropTarget>
  )
}

/** The panes stay as they are while another view lies over them, and cannot be reached then. */
function Workplace() {
  const isCovered = useDesk(({ view }) => view !== 'annotate')
  const Views = useLate(readViews)
  // What was inert when the focus was asked for could not take it.
  useEffect(() => {
    if (!isCovered) desk.setState(({ focus }) => ({ focus: focus && { ...focus } }))
  }, [isCovered])
  const GuidelinePanel = useLate(readGuidelinePanel)
  return (
    <div className={css.workplace}>
      <div className={css.behind} inert={isCovered}>
        <Panes
          articles={<ArticlesPane />}
          reader={<Reader />}
          inspector={<Inspector act={<NarrowActCard />}>{GuidelinePanel && <GuidelinePanel />}</Inspector>}
        />
      </div>
      {isCovered && Views && <Views />}
    </div>
  )
}

const readViews = async () => (await import('./views.tsx')).Views
const readGuidelinePanel = async () =>
  (await import('../features/guidelines/guideline-panel.tsx')).GuidelinePanel
const readSheets = async () => (await import('./sheets.tsx')).Sheets

/**
 * With Markdown the sheets are a fifth of the page, and the first article needs none of it: they are read once it is shown.
 * No `lazy`, which would hold the first of them back: what is typed next is meant for it.
 */
function LateSheets() {
  const hasSheet = useDesk(({ sheet }) => sheet !== null)
  const Sheets = useLate(readSheets)
  return hasSheet && Sheets && <Sheets />
}

/** A component that is read once the page has nothing else to do; null until then. */
function useLate(read: () => Promise<ComponentType>): ComponentType | null {
  const [Late, setLate] = useState<ComponentType | null>(null)
  useEffect(() => {
    const take = async () => {
      const component = await read()
      setLate(() => component)
    }
    requestIdleCallback(() => void take(), { timeout: 1_000 })
  }, [read])
  return Late
}

function useWindowTitle(): void {
  const title = useDesk((state) => state.open && standingOf(state.open, state).metadata.title)
  useEffect(() => {
    document.title = title ? `${title} — Glosswright` : 'Glosswright'
  }, [title])
}

function useKeysAndMenu(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown, { capture: true })
    const unlisten = bridge.listen('command', (id) => desk.getState().sheet || runCommand(id as CommandId))
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      unlisten()
    }
  }, [])
}
