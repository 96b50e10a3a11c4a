import { addValue } from '#shared/domain/scheme-edits.ts'
import { stepped } from '#shared/domain/scheme-items.ts'
import { countOf, type SchemeUse } from '#shared/domain/scheme-uses.ts'
import { schemeInUse, showSheet } from '../../state/desk.ts'
import { commitScheme } from '../../state/scheme-editing.ts'
import type { MigrationStart } from '../../state/sheet.ts'
import { NewWord } from './new-word.tsx'
import css from './scheme.module.css'
import { KeySetting, OnLabels, type SettingProps, setItem } from './settings.tsx'
import { WordList } from './word-list.tsx'

type AttributeSettingsProps = SettingProps<'attribute'> & { readonly uses: readonly SchemeUse[] }

export function AttributeSettings(props: AttributeSettingsProps) {
  return (
    <>
      <KeySetting {...props} />
      <OnLabels {...props} />
      <Values {...props} />
    </>
  )
}

function Values({ item, isReadOnly, uses }: AttributeSettingsProps) {
  const { id: attribute, values } = item
  const start = (wish: MigrationStart['wish'], from: string) =>
    showSheet({ kind: 'migration', start: { kind: 'value', attribute, from, wish } })
  const noteOf = (value: string): string => {
    const { own, others } = countOf(uses, { kind: 'value', attribute, id: value })
    const count = own + others > 0 ? `${own + others}` : ''
    return value === values[0] ? `holds where nothing is said ${count}` : count
  }
  return (
    <fieldset className={css.group}>
      <legend>Values</legend>
      <WordList
        label={`Values of ${item.title}`}
        words={values}
        isReadOnly={isReadOnly}
        noteOf={noteOf}
        onMove={(index, by) =>
          setItem({ kind: 'attribute', id: attribute }, { values: stepped(values, index, by) })
        }
        actions={[
          ['Rename', (value) => start('rename', value)],
          ['Merge', (value) => start('merge', value)],
          ['Remove', (value) => start('remove', value)],
        ]}
      />
      <NewWord
        noun="value"
        disabled={isReadOnly}
        onAdd={(value) =>
          commitScheme(addValue(schemeInUse(), item, value), { name: `Add the value “${value.trim()}”` })
        }
      />
    </fieldset>
  )
}
