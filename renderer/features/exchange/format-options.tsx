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

type OptionProps = { readonly option: FormatOption }

const OneOption = ({ option }: OptionProps) =>
  option.values.length === 0 ? <AnyText option={option} /> : <OneOfValues option={option} />

function useOption({ id, values }: FormatOption) {
  const options = exporting(({ settings }) => settings.options)
  const put = (value: string) => changeExport({ options: { ...options, [id]: value } })
  return { value: options[id] ?? values[0]?.id ?? '', put }
}

function AnyText({ option }: OptionProps) {
  const { value, put } = useOption(option)
  return (
    <label className={css.field}>
      <span className={css.fieldName}>{option.title}</span>
      <input type="text" maxLength={200} value={value} onChange={({ target }) => put(target.value)} />
    </label>
  )
}

/** What the values say is too long for one line of a narrow column, in which a select would cut it off. */
function OneOfValues({ option }: OptionProps) {
  const { value, put } = useOption(option)
  const { id, title, values } = option
  return (
    <div role="radiogroup" aria-labelledby={`option-${id}`} className={css.field}>
      <span id={`option-${id}`} className={css.fieldName}>
        {title}
      </span>
      {values.map((one) => (
        <label key={one.id} className={css.check}>
          <input type="radio" name={`option-${id}`} checked={one.id === value} onChange={() => put(one.id)} />
          <span>{one.title}</span>
        </label>
      ))}
    </div>
  )
}
