import { type FormEvent, useDeferredValue, useMemo, useState } from 'react'
import { type Assignments, countByPerson, type Sharing } from '#shared/domain/assigning.ts'
import { counted } from '#shared/domain/counted.ts'
import { assign, sharedNow, unassignAll } from '../../../state/assigning.ts'
import { useDesk } from '../../../state/desk.ts'
import { nameFault } from './people.ts'
import css from './team.module.css'

type Props = { readonly people: readonly string[] }

/** Shares the articles that are nobody's yet, with what that comes to before it is done. */
export function ShareForm({ people }: Props) {
  const isReadOnly = useDesk(({ teamAccess }) => teamAccess.kind === 'read')
  const hasAssignments = useDesk(({ team }) => team.assignments.size > 0)
  const [added, setAdded] = useState<readonly string[]>([])
  const [left, setLeft] = useState<readonly string[]>([])
  const [doubles, setDoubles] = useState<Pick<Sharing, 'by' | 'percent'>>({ by: 2, percent: 20 })
  const all = [...new Set([...people, ...added])].sort()
  const chosen = all.filter((name) => !left.includes(name))
  const shared = useShared({ people: chosen, ...doubles })
  return (
    <fieldset className={css.part} disabled={isReadOnly}>
      <legend>Assign articles</legend>
      <fieldset className={css.people} aria-label="Who shall annotate">
        {all.map((name) => (
          <label key={name} className={css.check}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) =>
                setLeft(target.checked ? left.filter((one) => one !== name) : [...left, name])
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
      <AddPerson onAdd={(name) => setAdded([...added, name])} />
      <Doubles doubles={doubles} onChange={setDoubles} />
      <Preview shared={shared} people={chosen} />
      <div className={css.row}>
        <button type="button" disabled={shared.size === 0} onClick={() => assign(shared)}>
          Assign {counted(shared.size, 'article')}
        </button>
        <button type="button" disabled={!hasAssignments} onClick={unassignAll}>
          Unassign all
        </button>
      </div>
    </fieldset>
  )
}

function useShared(sharing: Sharing): Assignments {
  const articles = useDesk((state) => state.articles)
  const team = useDesk((state) => state.team)
  const { by, percent } = useDeferredValue(sharing)
  const names = sharing.people.join('\n')
  return useMemo(
    () => sharedNow(articles, team, { people: names === '' ? [] : names.split('\n'), by, percent }),
    [articles, team, names, by, percent],
  )
}

type AddProps = { readonly onAdd: (name: string) => void }

function AddPerson({ onAdd }: AddProps) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const fault = nameFault(name)
    setProblem(fault)
    if (fault) return
    onAdd(name.trim().normalize('NFC'))
    setName('')
  }
  return (
    <form className={css.row} onSubmit={submit}>
      <label className={css.row}>
        Somebody who is not here yet
        <input
          type="text"
          value={name}
          maxLength={64}
          aria-invalid={problem !== null}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <button type="submit">Add</button>
      {problem && (
        <span role="alert" className={css.problem}>
          {problem}
        </span>
      )}
    </form>
  )
}

type Doubled = Pick<Sharing, 'by' | 'percent'>
type DoublesProps = { readonly doubles: Doubled; readonly onChange: (doubles: Doubled) => void }

function Doubles({ doubles, onChange }: DoublesProps) {
  const { by, percent } = doubles
  return (
    <div className={css.row}>
      <label className={css.row}>
        <input
          className={css.number}
          type="number"
          min={0}
          max={100}
          value={percent}
          onChange={({ target }) => onChange({ by, percent: clamp(target.valueAsNumber, 0, 100) })}
        />
        % of the articles
      </label>
      <label className={css.row}>
        by
        <input
          className={css.number}
          type="number"
          min={1}
          max={20}
          value={by}
          onChange={({ target }) => onChange({ by: clamp(target.valueAsNumber, 1, 20), percent })}
        />
        annotators each, all others by one
      </label>
    </div>
  )
}

const clamp = (value: number, least: number, most: number): number =>
  Number.isNaN(value) ? least : Math.min(most, Math.max(least, Math.round(value)))

type PreviewProps = { readonly shared: Assignments; readonly people: readonly string[] }

function Preview({ shared, people }: PreviewProps) {
  const counts = countByPerson(shared)
  const several = [...shared.values()].filter((names) => names.length > 1).length
  return (
    <p aria-live="polite" className={css.quiet}>
      {previewWords(shared, people)}{' '}
      {shared.size > 0 &&
        `${people.map((name) => `${name}: ${(counts.get(name) ?? 0).toLocaleString('en')}`).join(' · ')} · ${counted(several, 'article')} by more than one.`}
    </p>
  )
}

function previewWords(shared: Assignments, people: readonly string[]): string {
  if (people.length === 0) return 'Choose who shall annotate.'
  if (shared.size === 0) return 'Every article is assigned already.'
  return `${counted(shared.size, 'article')} ${shared.size === 1 ? 'is' : 'are'} nobody’s yet.`
}
