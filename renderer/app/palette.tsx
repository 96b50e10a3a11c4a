import { useState } from 'react'
import { shownKeys } from '#shared/shown-keys.ts'
import { useBound } from '../state/keys.ts'
import { Picker } from '../ui/picker.tsx'
import { closeSheet } from './close-sheet.ts'
import { FoundText } from './found-text.tsx'
import { type Found, FuzzyList } from './fuzzy-list.ts'
import { type PaletteRow, paletteRows, rememberUse } from './palette-rows.ts'
import css from './pickers.module.css'
import { runCommand } from './run-command.ts'
import { useFuzzy } from './use-fuzzy.ts'

/** Every command, found by a few letters of its name. */
export function Palette() {
  const { isMac } = useBound()
  const [all] = useState(() => paletteRows().map((item) => ({ item, indexes: [] })))
  const [list] = useState(
    () =>
      new FuzzyList(
        all.map(({ item }) => item),
        ({ title, section }) => `${title} ${section}`,
      ),
  )
  const { result, search, settle } = useFuzzy(list)
  const shown = result?.found ?? all
  const at = (index: number) => shown[index] as Found<PaletteRow>
  const onPick = (index: number) => {
    const picked = (settle()?.found ?? all)[index]
    if (picked) run(picked.item)
  }
  return (
    <Picker
      label="Command"
      listLabel="Commands"
      placeholder="What shall be done?"
      found={foundOf(shown.length)}
      count={shown.length}
      rowHeight={36}
      keyOf={(index) => at(index).item.id}
      rowAt={(index) => rowOf(at(index), isMac)}
      onQuery={search}
      onPick={onPick}
    />
  )
}

/** The palette is gone first: the command finds the focus and the selection as if its keys had been pressed. */
function run({ id }: PaletteRow): void {
  rememberUse(id)
  closeSheet()
  runCommand(id)
}

const foundOf = (count: number) =>
  count === 0 ? 'No command fits.' : count === 1 ? '1 command' : `${count} commands`

function rowOf({ item: { title, section, keys }, indexes }: Found<PaletteRow>, isMac: boolean) {
  const shown = keys.map((key) => shownKeys(key, isMac))
  return {
    name: title,
    description: [section, ...shown].join(', '),
    content: (
      <div className={css.command}>
        <span className={css.title}>
          <FoundText text={title} from={0} indexes={indexes} />
        </span>
        <span className={css.quiet}>
          <FoundText text={section} from={title.length + 1} indexes={indexes} />
        </span>
        <span className={css.keys}>
          {shown.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      </div>
    ),
  }
}
