import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useDesk } from '../../../state/desk.ts'
import { switchAnnotator, takeSwitching, useSwitching } from '../../../state/team.ts'
import { nameFault } from './people.ts'
import css from './team.module.css'

type Props = { readonly people: readonly string[] }

/** Goes on as somebody else, who is there already or new. */
export function AnnotateAs({ people }: Props) {
  const you = useDesk(({ preferences, suggestedAnnotator }) => preferences.annotator ?? suggestedAnnotator)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useFocusAsked()
  const annotateAs = async (wanted: string) => {
    const fault = nameFault(wanted) ?? (await switchAnnotator(wanted))
    setProblem(fault)
    if (fault === null) setName('')
    field.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void annotateAs(name)
  }
  return (
    <section className={css.part} aria-label="Annotate as">
      <h2>You annotate as {you}</h2>
      <form className={css.row} onSubmit={submit}>
        <label className={css.row}>
          Annotate as
          <input
            ref={field}
            type="text"
            list="known-annotators"
            value={name}
            placeholder="A name"
            maxLength={64}
            aria-invalid={problem !== null}
            aria-describedby="annotate-as-problem"
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <datalist id="known-annotators">
          {people.map((person) => (
            <option key={person} value={person} />
          ))}
        </datalist>
        <button type="submit">Switch</button>
        {people
          .filter((person) => person !== you)
          .slice(0, MOST)
          .map((person) => (
            <button key={person} type="button" onClick={() => void annotateAs(person)}>
              Annotate as {person}
            </button>
          ))}
      </form>
      <p id="annotate-as-problem" aria-live="polite" className={css.problem}>
        {problem}
      </p>
      <p className={css.quiet}>
        What you have marked so far stays under the name it was marked under. Each annotator undoes only what
        they did themselves.
      </p>
    </section>
  )
}

/** More than these are typed. */
const MOST = 6

/** The command that leads here leads to the field. */
function useFocusAsked() {
  const field = useRef<HTMLInputElement>(null)
  const asked = useSwitching()
  useEffect(() => {
    if (!asked) return
    field.current?.focus()
    takeSwitching()
  }, [asked])
  return field
}
