import { desk, useDesk } from '../../state/desk.ts'
import { isUnsure, outcomeWords } from '../../state/import-words.ts'
import { chooseImported, type ImportedRow, openImported, rowsShown, useImports } from '../../state/imports.ts'
import { Listbox } from '../../ui/listbox.tsx'
import css from './imports-panel.module.css'
import { useListFocus } from './list-focus.ts'

/** What became of each file. */
export function ImportedList() {
  const rows = useImports(rowsShownKept)
  const chosen = useImports((state) => state.chosen)
  // Titles come with the list of articles.
  useDesk(({ articles }) => articles)
  const { focus, refocus } = useListFocus()
  const row = (index: number) => rows[index] as ImportedRow
  const choose = (index: number) => {
    chooseImported(index)
    refocus()
  }
  return (
    <Listbox
      label="Imported files"
      count={rows.length}
      selected={chosen}
      rowHeight={52}
      keyOf={(index) => String(row(index).key)}
      rowAt={(index) => rowOf(row(index))}
      onSelect={choose}
      focus={focus}
      onOpen={() => void openImported()}
    />
  )
}

const MARKS = { imported: '✓', duplicate: '=', failed: '✕' } as const
const WORDS = { imported: 'imported', duplicate: 'here already', failed: 'failed' } as const

function rowOf(row: ImportedRow) {
  const title = row.articleId === undefined ? undefined : desk.getState().articles.get(row.articleId)?.title
  const words = outcomeWords(row)
  return {
    name: row.name,
    description: [WORDS[row.outcome], words, title].filter(Boolean).join(', '),
    content: (
      <div className={css.row} data-outcome={row.outcome} data-unsure={isUnsure(row) || undefined}>
        <span aria-hidden className={css.mark}>
          {MARKS[row.outcome]}
        </span>
        <span className={css.name}>{row.name}</span>
        <span className={css.title}>{title}</span>
        <span className={css.words}>
          {words}
          {isUnsure(row) && (
            <>
              {' '}
              · <kbd>E</kbd> reads it in another encoding
            </>
          )}
        </span>
      </div>
    ),
  }
}

type Rows = readonly ImportedRow[]
let kept: { readonly from: Rows; readonly shown: string; readonly rows: Rows } | null = null

/** The same list again as long as nothing of it changed. */
function rowsShownKept({ rows, shown }: Parameters<typeof rowsShown>[0]): Rows {
  if (kept?.from !== rows || kept.shown !== shown)
    kept = { from: rows, shown, rows: rowsShown({ rows, shown }) }
  return kept.rows
}
