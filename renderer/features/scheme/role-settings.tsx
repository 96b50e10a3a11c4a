import css from './scheme.module.css'
import { CheckSetting, OnLabels, type SettingProps, setItem, TextSetting } from './settings.tsx'

export function RoleSettings(props: SettingProps<'role'>) {
  const { item, isReadOnly } = props
  const of = { kind: 'role', id: item.id } as const
  return (
    <>
      <OnLabels {...props} />
      <CheckSetting
        isOn={item.isEssential}
        isReadOnly={isReadOnly}
        onToggle={() => setItem(of, { isEssential: !item.isEssential })}
      >
        Essential: an act is not finished while nobody fills it
      </CheckSetting>
      <TextSetting
        {...props}
        field="lead"
        label="Words that lead to it in the sentence of an act"
        isOneLine
      />
      <fieldset className={css.group}>
        <legend>Where in the sentence</legend>
        <div className={css.line}>
          {(['before', 'after'] as const).map((side) => (
            <label key={side} className={css.check}>
              <input
                type="radio"
                name={`side-${item.id}`}
                checked={item.side === side}
                disabled={isReadOnly}
                onChange={() => setItem(of, { side })}
              />{' '}
              {side === 'before' ? 'Before the marked words' : 'Behind the marked words'}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
