import { useState } from 'react'
import { type BoundCommand, commandsFor, SECTIONS } from '#shared/commands.ts'
import type { Bindings } from '#shared/domain/accelerator.ts'
import { type Rebinding, withKeys } from '#shared/rebinding.ts'
import { type Bound, useBound } from '../state/keys.ts'
import { setPreferences } from '../state/preferences.ts'
import { focusedFirst } from '../ui/dialog.tsx'
import { KeyRow } from './key-row.tsx'
import { fitsKeys } from './keyboard-filter.ts'
import css from './keyboard-sheet.module.css'

/** Every command with its keys, each of which can be changed here. */
export function KeyboardSheet() {
  const bound = useBound()
  const [filter, setFilter] = useState('')
  const [changing, setChanging] = useState<string | null>(null)
  // Stays in sight when its new keys no longer fit what is typed.
  const [touched, setTouched] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const shown = bound.commands.filter(
    (command) => command.id === touched || fitsKeys(command, filter, bound.isMac),
  )
  const shipped = shippedOf(bound)
  const onFilter = (typed: string) => {
    setFilter(typed)
    setTouched(null)
  }
  const keep = ({ bindings, sentence }: Rebinding) => {
    setSaid(sentence)
    setChanging(null)
    void setPreferences({ keys: bindings })
  }
  return (
    <div className={css.sheet}>
      <Top filter={filter} onFilter={onFilter} bindings={bound.bindings} said={said} onChange={keep} />
      {shown.length === 0 && <p>No command has this name or this key.</p>}
      {SECTIONS.map((section) => (
        <Section key={section} title={section}>
          {shown
            .filter(({ menu }) => menu === section)
            .map((command) => (
              <KeyRow
                key={command.id}
                command={command}
                shipped={shipped.get(command.id) as BoundCommand}
                isMac={bound.isMac}
                isChanging={changing === command.id}
                onChange={() => {
                  setChanging(command.id)
                  setTouched(command.id)
                }}
                onCancel={() => setChanging(null)}
                onKeys={(keys) => keep(withKeys(bound.scheme, bound, { id: command.id, keys }))}
              />
            ))}
        </Section>
      ))}
      <p className={css.rest}>
        In the text the arrows up and down, Home, End and the Page keys move the caret, and select with Shift;
        in lists they choose. Hold Alt while dragging to select less than a word. Escape leaves a field for
        the text, Shift+Tab leaves the text.
      </p>
    </div>
  )
}

const shippedOf = ({ scheme, isMac }: Bound): ReadonlyMap<string, BoundCommand> =>
  new Map(commandsFor(scheme, { isMac, bindings: {} }).map((command) => [command.id, command]))

type TopProps = {
  readonly filter: string
  readonly onFilter: (filter: string) => void
  readonly bindings: Bindings
  readonly said: string
  readonly onChange: (rebinding: Rebinding) => void
}

/** What stays in sight: the filter, what was changed last, and the way back to how all was. */
function Top({ filter, onFilter, bindings, said, onChange }: TopProps) {
  const isChanged = Object.keys(bindings).length > 0
  return (
    <div className={css.top}>
      <div className={css.tools}>
        <input
          ref={focusedFirst}
          type="search"
          aria-label="Find a command or a key"
          placeholder="Find a command or a key"
          value={filter}
          onChange={({ target }) => onFilter(target.value)}
        />
        {isChanged && (
          <button
            type="button"
            onClick={() => onChange({ bindings: {}, sentence: 'All commands have the keys they came with.' })}
          >
            Reset all keys
          </button>
        )}
      </div>
      <p aria-live="polite" className={css.said}>
        {said}
      </p>
    </div>
  )
}

type SectionProps = { readonly title: string; readonly children: readonly React.ReactNode[] }

function Section({ title, children }: SectionProps) {
  if (children.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className={css.rows}>{children}</ul>
    </section>
  )
}
