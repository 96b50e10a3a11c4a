import type { FormatOption } from '#shared/format/interchange/format.ts'
import { changeExport, exporting, formatChosen } from '../../state/exporting.ts'
import css from './exchange.module.css'

/** What the format leaves to whoever exports. */
export function FormatOptions() {
  const format = exporting(formatChosen)
  if (!format || format.options.length === 0) return null
  return (
    <fieldset className={css.part}>
      <legend>{format.title}</legend>
      <div className={css.fields}>
        {format.options.map((option) => (
          <OneOption key={`${format.id} ${option.id}`} option={option} />
        ))}
      </div>
    </fieldset>
  )
}

function OneOption({ option: { id, title, values } }: { readonly option: FormatOption }) {
  const options = exporting(({ settings }) => settings.options)
  const put = (value: string) => changeExport({ options: { ...options, [id]: value } })
  const value = options[id] ?? values[0]?.id ?? ''
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: either control is one
    <label className={css.field}>
      <span className={css.fieldName}>{title}</span>
      {values.length === 0 ? (
        <input type="text" maxLength={200} value={value} onChange={({ target }) => put(target.value)} />
      ) : (
        <select value={value} onChange={({ target }) => put(target.value)}>
          {values.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      )}
    </label>
  )
}
