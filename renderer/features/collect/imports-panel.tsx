import { type KeyboardEvent, useEffect } from 'react'
import { namedFew } from '#shared/domain/named-few.ts'
import { stopWatching, useWatched, watchFolder } from '../../state/bringing.ts'
import { showCollect } from '../../state/collect.ts'
import { say, showSheet, useDesk } from '../../state/desk.ts'
import {
  alikeSentence,
  chosenImported,
  forgetCutOff,
  forgetRemembered,
  goOnImporting,
  type ImportedRow,
  imports,
  OUTCOMES,
  type OutcomeShown,
  readRemembered,
  showOutcome,
  tryAgain,
  useImports,
} from '../../state/imports.ts'
import { cancelImport, importArticles } from '../../state/workspace.ts'
import { ImportedList } from './imported-list.tsx'
import css from './imports-panel.module.css'

/** How imports go and went, and every way to begin one. */
export function ImportsPanel() {
  const hasRows = useImports(({ rows }) => rows.length > 0)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list in it has the focus; its keys are the list's
    <div className={css.panel} onKeyDown={onImportsKey}>
      <Ways />
      <Running />
      <CutOff />
      {hasRows ? (
        <>
          <Summary />
          <ImportedList />
        </>
      ) : (
        <p className={css.nothing}>Nothing was imported since this workspace was opened.</p>
      )}
    </div>
  )
}

function onImportsKey(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLSelectElement) return
  const row = chosenImported(imports.getState())
  const acts: Readonly<Record<string, () => unknown>> = {
    r: () => row && tryAgain([row]),
    e: () => row && readOtherwise(row),
  }
  const act = acts[event.key.toLowerCase()]
  if (!act) return
  event.preventDefault()
  act()
}

function readOtherwise({ articleId, name }: ImportedRow): void {
  if (articleId !== undefined) showSheet({ kind: 'encodings', articleId, title: name })
  else say(`“${name}” did not become an article, so there is no text to read otherwise.`)
}

function Ways() {
  const watched = useWatched()
  return (
    <div className={css.ways}>
      <button type="button" onClick={() => void importArticles('files')}>
        Import articles…
      </button>
      <button type="button" onClick={() => void importArticles('folder')}>
        Import a folder…
      </button>
      {watched === null ? (
        <button type="button" onClick={() => void watchFolder()}>
          Watch a folder…
        </button>
      ) : (
        <span className={css.watched}>
          <span>
            New files in <b>{watched}</b> are imported by themselves.
          </span>
          <button type="button" onClick={() => void stopWatching()}>
            Stop watching
          </button>
        </span>
      )}
      <Remembered />
    </div>
  )
}

function Remembered() {
  const count = useImports(({ remembered }) => remembered)
  useEffect(() => void readRemembered(), [])
  if (count === 0) return null
  return (
    <button type="button" onClick={() => void forgetRemembered()}>
      Forget remembered columns
    </button>
  )
}

function Running() {
  const importing = useDesk((state) => state.importing)
  if (!importing) return null
  const { done, total } = importing
  return (
    <div className={css.running}>
      <progress aria-label="Import under way" value={done} max={total} />
      <span>
        {done.toLocaleString('en')} of {total.toLocaleString('en')} files
      </span>
      <button type="button" onClick={() => void cancelImport()}>
        Cancel
      </button>
    </div>
  )
}

function CutOff() {
  const cutOff = useImports((state) => state.cutOff)
  const isRunning = useDesk(({ importing }) => importing !== null)
  if (!cutOff || isRunning) return null
  return (
    <div className={css.running}>
      <span>
        The import of <b>{cutOff.name}</b> {cutOff.paths > 1 && `and ${cutOff.paths - 1} more `}was cut off.
        What is here already stays.
      </span>
      <button type="button" onClick={() => void goOnImporting()}>
        Go on
      </button>
      <button type="button" onClick={() => void forgetCutOff()}>
        Forget it
      </button>
    </div>
  )
}

const SHOWN: { readonly [O in OutcomeShown]: string } = {
  all: 'everything',
  imported: 'imported',
  duplicate: 'here already',
  failed: 'failed',
}

function Summary() {
  const last = useImports((state) => state.last)
  const alike = useImports((state) => state.alike)
  const shown = useImports((state) => state.shown)
  const rows = useImports((state) => state.rows)
  const chosen = useImports(chosenImported)
  const failed = rows.filter(({ row }) => row !== undefined)
  return (
    <div className={css.summary}>
      <span>The last import: {last}</span>
      {alike > 0 && (
        <span>
          {alikeSentence(alike)}{' '}
          <button type="button" onClick={() => showCollect('alike')}>
            Compare
          </button>
        </span>
      )}
      <select
        aria-label="Show"
        value={shown}
        onChange={({ target }) => showOutcome(target.value as OutcomeShown)}
      >
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {SHOWN[outcome]} · {outcome === 'all' ? rows.length : countOf(rows, outcome)}
          </option>
        ))}
      </select>
      {failed.length > 0 && (
        <button type="button" onClick={() => void tryAgain(failed)}>
          Try the failed again
        </button>
      )}
      {chosen?.articleId !== undefined && (chosen.certainty ?? 100) < 100 && (
        <button type="button" onClick={() => readOtherwise(chosen)}>
          Read in another encoding…
        </button>
      )}
      <LeftOut />
      <p className={css.keys}>
        <kbd>Enter</kbd> opens · <kbd>R</kbd> tries again · <kbd>E</kbd> reads in another encoding
      </p>
    </div>
  )
}

function LeftOut() {
  const names = useImports(({ leftOut }) => leftOut)
  return names.length > 0 && <p className={css.leftOut}>Left out: {namedFew(names)}.</p>
}

const countOf = (rows: readonly ImportedRow[], wanted: string): number =>
  rows.filter(({ outcome }) => outcome === wanted).length
