import { type FormEvent, useEffect, useRef, useState } from 'react'
import {
  bringPresetBack,
  choosePreset,
  isPresetChanged,
  presetChosen,
  presetsOf,
  removePreset,
  savePreset,
} from '../../state/export-presets.ts'
import { exporting } from '../../state/exporting.ts'
import css from './exchange.module.css'

/** Settings that are kept in the workspace under a name, for the next time and for the command line. */
export function PresetRow() {
  const [isNaming, setNaming] = useState(false)
  const unread = exporting(({ choices }) => choices?.unread) ?? []
  const problem = exporting(({ presetProblem }) => presetProblem)
  const saveAs = useRef<HTMLButtonElement>(null)
  const leave = () => {
    setNaming(false)
    saveAs.current?.focus()
  }
  return (
    <section aria-label="Preset" className={css.part}>
      <div className={css.presets}>
        <PresetChoice />
        <SaveChanges />
        <button ref={saveAs} type="button" aria-expanded={isNaming} onClick={() => setNaming(!isNaming)}>
          Save as…
        </button>
        <Remove />
      </div>
      {isNaming && <NewName onLeave={leave} />}
      <Removed />
      {problem !== null && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {unread.map((sentence) => (
        <p key={sentence} className={css.quiet}>
          {sentence}
        </p>
      ))}
    </section>
  )
}

function PresetChoice() {
  const presets = exporting(presetsOf)
  const chosen = exporting((state) => presetChosen(state)?.id)
  const isChanged = exporting(isPresetChanged)
  return (
    <label className={`${css.field} ${css.presetChoice}`}>
      <span className={css.fieldName}>Preset{isChanged && ', changed since'}</span>
      <select value={chosen ?? ''} onChange={({ target }) => choosePreset(target.value || null)}>
        <option value="">{presets.length === 0 ? 'None yet' : 'None'}</option>
        {presets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function SaveChanges() {
  const preset = exporting(presetChosen)
  const isChanged = exporting(isPresetChanged)
  if (!preset || !isChanged) return null
  return (
    <button type="button" onClick={() => void savePreset(preset.name)}>
      Save
    </button>
  )
}

function Remove() {
  const preset = exporting(presetChosen)
  if (!preset) return null
  return (
    <button type="button" aria-label={`Remove the preset ${preset.name}`} onClick={() => void removePreset()}>
      Remove
    </button>
  )
}

/** In the place of a question whether one is sure. */
function Removed() {
  const removed = exporting((state) => state.removed)
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The button that had the focus is gone with the preset.
    if (removed) back.current?.focus()
  }, [removed])
  if (!removed) return null
  return (
    <p className={css.removed}>
      <span aria-live="polite">“{removed.name}” is removed.</span>{' '}
      <button ref={back} type="button" onClick={() => void bringPresetBack()}>
        Undo
      </button>
    </p>
  )
}

function NewName({ onLeave }: { readonly onLeave: () => void }) {
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && (await savePreset(name.trim()))) onLeave()
  }
  return (
    <form className={css.newName} onSubmit={(event) => void save(event)}>
      <input
        ref={field}
        type="text"
        aria-label="Name of the preset"
        placeholder="Name of the preset"
        maxLength={80}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onLeave()
        }}
      />
      <button type="submit" disabled={name.trim() === ''}>
        Save
      </button>
    </form>
  )
}
