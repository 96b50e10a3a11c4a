import { useState } from 'react'
import type { ImportQuestion, TableAnswer, TableMapping } from '#shared/ipc/importing.ts'
import { answerTable } from '../../state/bringing.ts'
import { focusedFirst } from '../../ui/dialog.tsx'
import { ColumnChoices } from './column-choices.tsx'
import { TablePreview } from './table-preview.tsx'
import css from './tables-sheet.module.css'

type TablesSheetProps = { readonly question: ImportQuestion; readonly answered: number }

/** Asks of one table after the other which of its columns is what; then the import begins. */
export function TablesSheet({ question, answered }: TablesSheetProps) {
  const table = question.tables[answered]
  if (!table) return null
  return (
    <OneTable
      key={answered}
      table={table}
      place={question.tables.length > 1 ? `Table ${answered + 1} of ${question.tables.length}. ` : ''}
      onAnswer={answerTable}
    />
  )
}

type OneTableProps = {
  readonly table: ImportQuestion['tables'][number]
  readonly place: string
  readonly onAnswer: (answer: TableAnswer) => void
}

function OneTable({ table, place, onAnswer }: OneTableProps) {
  const [mapping, setMapping] = useState<Partial<TableMapping>>(table.guess ?? {})
  const [isRemembered, setIsRemembered] = useState(false)
  const { text, metadata = {} } = mapping
  const more = table.files - 1
  return (
    <form
      className={css.sheet}
      onSubmit={(event) => {
        event.preventDefault()
        if (text !== undefined) onAnswer({ mapping: { text, metadata }, isRemembered })
      }}
    >
      <p>
        {place}
        <b>{table.name}</b>
        {more > 0 && ` and ${more} more ${more === 1 ? 'file' : 'files'} with these columns`}: each row
        becomes an article, {table.count.toLocaleString('en')} in all.
      </p>
      <ColumnChoices table={table} mapping={mapping} onChange={setMapping} />
      <TablePreview table={table} mapping={mapping} />
      <div className={css.actions}>
        <label>
          <input
            type="checkbox"
            checked={isRemembered}
            onChange={({ target }) => setIsRemembered(target.checked)}
          />{' '}
          Use for all files with these columns
        </label>
        <button
          ref={text === undefined ? null : focusedFirst}
          type="submit"
          className="primary"
          disabled={text === undefined}
        >
          Import {table.count.toLocaleString('en')} articles
        </button>
        <button type="button" onClick={() => onAnswer({ mapping: null, isRemembered: false })}>
          Leave {more > 0 ? 'these files' : 'this file'} out
        </button>
      </div>
    </form>
  )
}
