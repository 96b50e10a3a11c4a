import { schemeOf, useDesk } from '../../state/desk.ts'
import css from './scheme.module.css'
import { KeySetting, OnLabels, type SettingProps, setItem } from './settings.tsx'

export function LinkSettings(props: SettingProps<'link'>) {
  return (
    <>
      <KeySetting {...props} />
      <OnLabels {...props} />
      <ExpectedWith {...props} />
    </>
  )
}

/** With which value of an attribute an annotation is not finished without such a link. */
function ExpectedWith({ item, isReadOnly }: SettingProps<'link'>) {
  const attributes = useDesk((state) => schemeOf(state).attributes)
  const pairs = attributes.flatMap(({ id, title, values }) =>
    values.map((value) => ({ attribute: id, value, title: `${title}: ${value}` })),
  )
  const { expectedWith } = item
  const index = pairs.findIndex(
    ({ attribute, value }) => attribute === expectedWith?.attribute && value === expectedWith.value,
  )
  const choose = (chosen: number) => {
    const pair = pairs[chosen]
    const after = pair ? { attribute: pair.attribute, value: pair.value } : null
    setItem({ kind: 'link', id: item.id }, { expectedWith: after })
  }
  return (
    <label className={css.field}>
      <span>Expected where an annotation says</span>
      <select value={index} disabled={isReadOnly} onChange={({ target }) => choose(Number(target.value))}>
        <option value={-1}>nothing in particular</option>
        {pairs.map(({ attribute, value, title }, i) => (
          <option key={`${attribute} ${value}`} value={i}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
