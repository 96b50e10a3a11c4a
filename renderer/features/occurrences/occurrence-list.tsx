import { type KeyboardEvent, useMemo, useState } from 'react'
import type { FoundArticle, FoundOccurrence } from '#shared/domain/found-occurrences.ts'
import { RISK_TITLES } from '#shared/domain/occurrence-risk.ts'
import { neverMark, type Occurrences, toggleOccurrences, useOccurrences } from '../../state/occurrences.ts'
import { Listbox, type ListboxRow } from '../../ui/listbox.tsx'
import css from './occurrences.module.css'
import { type Group, type Row, rowKey, rowsOf, ticked } from './rows.ts'

type Chosen = Occurrences['chosen']

const NOTHING: readonly FoundArticle[] = []
const NOBODY: readonly string[] = []
const NONE: Chosen = new Set()
/** A list that is there for the first time takes the focus. */
const AT_FIRST = {}

/** What was found, by form and risk, each with a tick. */
export function OccurrenceList() {
  const articles = useOccurrences((now) => now.articles) ?? NOTHING
  const forms = useOccurrences((now) => now.sought.forms) ?? NOBODY
  const chosen = useOccurrences((now) => now.chosen) ?? NONE
  const isEverywhere = useOccurrences((now) => now.scope) === 'workspace'
  const rows = useMemo(() => rowsOf(articles, forms), [articles, forms])
  const [wanted, setWanted] = useState(0)
  const selected = Math.min(wanted, rows.length - 1)
  const at = (index: number) => rows[index] as Row
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: more keys of the list in it
    <div className={css.list} onKeyDown={(event) => onKeyDown(event, rows[selected])}>
      <Listbox
        label="Occurrences"
        count={rows.length}
        selected={selected}
        rowHeight={44}
        keyOf={(index) => rowKey(at(index))}
        rowAt={(index) => shownRow(at(index), chosen, isEverywhere)}
        onSelect={setWanted}
        onToggle={(index) => toggleOccurrences(foundIn(at(index)))}
        focus={AT_FIRST}
      />
    </div>
  )
}

const foundIn = (row: Row): readonly FoundOccurrence[] =>
  row.kind === 'group' ? row.group.found : [row.occurrence]

function onKeyDown(event: KeyboardEvent, row: Row | undefined): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event
  if (!row || ctrlKey || metaKey || altKey) return
  if (key === ' ' && shiftKey) toggleOccurrences(row.group.found)
  else if (key === 'n' || key === 'N') neverMark(wordsOf(row))
  else return
  event.preventDefault()
}

/** Of a longer name that whole name is meant: it is somebody else’s. */
const wordsOf = (row: Row): string =>
  row.kind === 'occurrence' && row.group.risk === 'longer-name' ? row.occurrence.words : row.group.form

function shownRow(row: Row, chosen: Chosen, isEverywhere: boolean): ListboxRow {
  return row.kind === 'group' ? groupRow(row.group, chosen) : occurrenceRow(row, chosen, isEverywhere)
}

function groupRow({ form, risk, found }: Group, chosen: Chosen): ListboxRow {
  const checked = ticked(found, chosen)
  const count = found.filter((one) => chosen.has(one)).length
  return {
    name: `“${form}” ${RISK_TITLES[risk]} ${count} of ${found.length} chosen`,
    checked,
    content: (
      <div className={css.group}>
        <Tick checked={checked} />
        <strong>“{form}”</strong>
        <span className={risk === 'safe' ? css.safe : css.doubtful}>{RISK_TITLES[risk]}</span>
        <span className={css.quiet}>
          {count} of {found.length} chosen
        </span>
      </div>
    ),
  }
}

function occurrenceRow(
  { occurrence, article }: Extract<Row, { kind: 'occurrence' }>,
  chosen: Chosen,
  isEverywhere: boolean,
): ListboxRow {
  const { before, words, behind, risk } = occurrence
  const checked = chosen.has(occurrence)
  return {
    name: `${before}${words}${behind} ${isEverywhere ? article.title : ''}`.trim(),
    description: RISK_TITLES[risk],
    checked,
    content: (
      <div className={css.occurrence}>
        <Tick checked={checked} />
        <span className={css.before}>
          <span>{before}</span>
        </span>
        <span className={css.behind}>
          <mark>{words}</mark>
          {behind}
        </span>
        {isEverywhere && <span className={css.article}>{article.title}</span>}
      </div>
    ),
  }
}

/** Drawn by its border and its sign, so that it needs no colour to be told. */
function Tick({ checked }: { readonly checked: boolean | 'mixed' }) {
  return (
    <span aria-hidden="true" className={checked ? css.ticked : css.tick}>
      {checked === 'mixed' ? '–' : checked ? '✓' : ''}
    </span>
  )
}
