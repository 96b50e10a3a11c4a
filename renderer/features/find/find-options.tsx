import type { KeyboardEvent } from 'react'
import type { FindOptions as Options } from '#shared/domain/find.ts'
import { useDesk } from '../../state/desk.ts'
import { toggleFindOption } from '../../state/finding.ts'
import css from './find-bar.module.css'

const OPTIONS = [
  { id: 'wholeWord', name: 'Whole words', key: 'W' },
  { id: 'matchCase', name: 'Match case', key: 'C' },
  { id: 'isPattern', name: 'Regular expression', key: 'R' },
] as const satisfies readonly { id: keyof Options; name: string; key: string }[]

/** How the words in the find field are meant. */
export function FindOptions({ disabled }: { readonly disabled: boolean }) {
  const options = useDesk(({ findOptions }) => findOptions)
  return OPTIONS.map(({ id, name, key }) => (
    <button
      key={id}
      type="button"
      aria-label={name}
      aria-pressed={options[id]}
      aria-keyshortcuts={`Alt+${key}`}
      title={`${name} (Alt+${key})`}
      className={`${css.option} ${css[id]}`}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => toggleFindOption(id)}
    />
  ))
}

/** The option whose key was pressed. With Alt, a Mac's keyboard writes other letters: there the key's place counts. */
export function optionByKey({
  altKey,
  ctrlKey,
  metaKey,
  key,
  code,
}: KeyboardEvent): keyof Options | undefined {
  if (!altKey || ctrlKey || metaKey) return undefined
  const letter = /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace('Key', '')
  return OPTIONS.find((option) => option.key === letter)?.id
}
