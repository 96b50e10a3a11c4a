export type TypeSelectProps = {
  readonly label: string
  /** Of the scheme. */
  readonly types: readonly string[]
  readonly value: string | null
  readonly disabled: boolean
  readonly onChange: (type: string | null) => void
  /** Escape. */
  readonly onLeave: () => void
}

/** What an actor is, or nothing; a type that the scheme no longer has stays as long as it is not changed. */
export function TypeSelect({ label, types, value, disabled, onChange, onLeave }: TypeSelectProps) {
  const offered = value === null || types.includes(value) ? types : [...types, value]
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      onChange={({ target }) => onChange(target.value || null)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onLeave()
      }}
    >
      <option value="">No type</option>
      {offered.map((type) => (
        <option key={type}>{type}</option>
      ))}
    </select>
  )
}
