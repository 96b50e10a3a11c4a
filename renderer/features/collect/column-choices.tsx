import { METADATA_FIELDS, type MetadataField } from '#shared/domain/metadata.ts'
import type { TableMapping, TableQuestion } from '#shared/ipc/importing.ts'
import css from './tables-sheet.module.css'

const FIELDS: { readonly [F in MetadataField]: string } = {
  title: 'Title',
  byline: 'Byline',
  source: 'Source',
  publisher: 'Publisher',
  published: 'Published',
  dateline: 'Dateline',
  language: 'Language',
  url: 'Web address',
  retrieved: 'Retrieved',
}

type ColumnChoicesProps = {
  readonly table: TableQuestion
  readonly mapping: Partial<TableMapping>
  readonly onChange: (mapping: Partial<TableMapping>) => void
}

/** Which column is the text, and which is what is known of it. */
export function ColumnChoices({ table, mapping, onChange }: ColumnChoicesProps) {
  const { text, metadata = {} } = mapping
  const choose = (field: MetadataField, column: string | undefined) => {
    const { [field]: _, ...others } = metadata
    onChange({ ...mapping, metadata: column === undefined ? others : { ...others, [field]: column } })
  }
  const chooseText = (column: string | undefined) => {
    const { text: _, ...others } = mapping
    onChange(column === undefined ? others : { ...others, text: column })
  }
  return (
    <div className={css.choices}>
      <ColumnSelect title="Text" none="choose a column" {...{ table, chosen: text }} onChoose={chooseText} />
      {METADATA_FIELDS.map((field) => (
        <ColumnSelect
          key={field}
          title={FIELDS[field]}
          none="no column"
          table={table}
          chosen={metadata[field]}
          onChoose={(column) => choose(field, column)}
        />
      ))}
    </div>
  )
}

type ColumnSelectProps = {
  readonly title: string
  readonly none: string
  readonly table: TableQuestion
  readonly chosen: string | undefined
  readonly onChoose: (column: string | undefined) => void
}

/** By their places: a column may have no name. */
function ColumnSelect({ title, none, table, chosen, onChoose }: ColumnSelectProps) {
  const { columns } = table
  return (
    <label className={css.choice}>
      <span>{title}</span>
      <select
        value={chosen === undefined ? -1 : columns.indexOf(chosen)}
        onChange={({ target }) => onChoose(columns[Number(target.value)])}
      >
        <option value={-1}>{none}</option>
        {columns.map((column, place) => (
          <option key={column} value={place}>
            {column || `column ${place + 1}`}
          </option>
        ))}
      </select>
    </label>
  )
}
