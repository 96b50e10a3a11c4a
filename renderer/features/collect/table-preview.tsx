import { METADATA_FIELDS } from '#shared/domain/metadata.ts'
import type { TableMapping, TableQuestion } from '#shared/ipc/importing.ts'
import css from './tables-sheet.module.css'

type TablePreviewProps = { readonly table: TableQuestion; readonly mapping: Partial<TableMapping> }

/** The first rows of a table, and the article that the first of them would become. */
export function TablePreview({ table, mapping }: TablePreviewProps) {
  return (
    <>
      <Rows table={table} />
      <FirstArticle table={table} mapping={mapping} />
    </>
  )
}

function Rows({ table }: { readonly table: TableQuestion }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it
    <section className={css.rows} aria-label="First rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column, place) => (
              <th key={column} scope="col">
                {column || `column ${place + 1}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
            <tr key={row}>
              {table.columns.map((column, place) => (
                <td key={column} dir="auto">
                  {shortened(cells[place] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const LONGEST_CELL = 120

const shortened = (cell: string): string =>
  cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)}…` : cell

function FirstArticle({ table, mapping }: TablePreviewProps) {
  const { text, metadata = {} } = mapping
  const [first = []] = table.rows
  const cell = (column: string | undefined): string =>
    column === undefined ? '' : (first[table.columns.indexOf(column)] ?? '')
  const known = METADATA_FIELDS.filter((field) => field !== 'title').map((field) => cell(metadata[field]))
  return (
    <section aria-label="The first article" className={css.article}>
      <h2>The first article</h2>
      {text === undefined ? (
        <p className={css.quiet}>Choose the column that has the text.</p>
      ) : (
        <>
          <p dir="auto" className={css.headline}>
            {cell(metadata.title)}
          </p>
          <p className={css.quiet}>{known.filter(Boolean).join(' · ')}</p>
          <p dir="auto" className={css.words}>
            {cell(text).slice(0, LONGEST_TEXT) || 'The first row has no text.'}
          </p>
        </>
      )}
    </section>
  )
}

const LONGEST_TEXT = 1_500
