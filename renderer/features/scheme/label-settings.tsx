import { useRef } from 'react'
import type { Label, LabelShape } from '#shared/domain/scheme.ts'
import { EditableMarkdown } from '../../ui/editable-markdown.tsx'
import { LabelChip } from '../../ui/label-chip.tsx'
import sample from './mark-sample.module.css'
import { MarkSample } from './mark-sample.tsx'
import css from './scheme.module.css'
import { CheckSetting, KeySetting, type SettingProps, setItem, TextSetting } from './settings.tsx'

const SHAPES = [
  ['tint', 'Tint'],
  ['underline', 'Underline'],
  ['wave', 'Wave'],
] as const satisfies readonly (readonly [LabelShape, string])[]

export function LabelSettings(props: SettingProps<'label'>) {
  const { item, isReadOnly } = props
  const of = { kind: 'label', id: item.id } as const
  return (
    <>
      <div className={css.line}>
        <KeySetting {...props} />
        <ShapeSetting label={item} isReadOnly={isReadOnly} />
      </div>
      <HueSetting label={item} isReadOnly={isReadOnly} />
      <TextSetting {...props} field="description" label="Description, as a tooltip says it" isOneLine />
      <CheckSetting
        isOn={item.isMention}
        isReadOnly={isReadOnly}
        onToggle={() => setItem(of, { isMention: !item.isMention })}
      >
        Names somebody: its annotations point to an actor, and fill roles
      </CheckSetting>
      {!item.isMention && (
        <TextSetting
          {...props}
          field="lead"
          label="Words that lead to what is marked (“commits to”)"
          isOneLine
        />
      )}
      <fieldset className={css.group}>
        <legend>Guideline, shown beside the text</legend>
        <EditableMarkdown
          label={`Guideline of ${item.title}`}
          value={item.guideline}
          disabled={isReadOnly}
          empty="Nothing is written about this label yet."
          onChange={(guideline, typing) => setItem(of, { guideline }, typing)}
        />
      </fieldset>
    </>
  )
}

type LabelProps = { readonly label: Label; readonly isReadOnly: boolean }

function ShapeSetting({ label, isReadOnly }: LabelProps) {
  return (
    <fieldset className={css.group}>
      <legend>Shape</legend>
      <div className={css.line}>
        {SHAPES.map(([shape, title]) => (
          <label key={shape} className={css.check}>
            <input
              type="radio"
              name={`shape-${label.id}`}
              checked={label.shape === shape}
              disabled={isReadOnly}
              onChange={() => setItem({ kind: 'label', id: label.id }, { shape })}
            />{' '}
            <LabelChip labelId={label.id} shape={shape} title={title} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Lightness and strength of the colour belong to the theme, so that every hue stands out from the paper alike. */
function HueSetting({ label, isReadOnly }: LabelProps) {
  const typing = useRef(crypto.randomUUID() as string)
  return (
    <div className={sample.hue}>
      <label className={css.field}>
        <span>Hue</span>
        <input
          type="range"
          min={0}
          max={359}
          value={label.hue}
          aria-valuetext={`${label.hue} degrees`}
          disabled={isReadOnly}
          onChange={({ target }) =>
            setItem({ kind: 'label', id: label.id }, { hue: Number(target.value) }, typing.current)
          }
          onBlur={() => {
            typing.current = crypto.randomUUID()
          }}
        />
      </label>
      <MarkSample label={label} theme="light" />
      <MarkSample label={label} theme="dark" />
    </div>
  )
}
