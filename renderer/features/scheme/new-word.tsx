import { type FormEvent, useId, useState } from 'react'
import css from './scheme.module.css'

type NewWordProps = {
  /** What is added. */
  readonly noun: string
  readonly disabled: boolean
  /** Answers with why it cannot be added. */
  readonly onAdd: (word: string) => string | null
}

/** A field for one more; Enter adds it. What is refused stays in the field. */
export function NewWord({ noun, disabled, onAdd }: NewWordProps) {
  const [word, setWord] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const refusal = onAdd(word)
    setProblem(refusal)
    if (refusal === null) setWord('')
  }
  return (
    <form className={css.newWord} onSubmit={onSubmit}>
      <input
        type="text"
        aria-label={`New ${noun}`}
        placeholder={`New ${noun}`}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        value={word}
        disabled={disabled}
        maxLength={200}
        onChange={({ target }) => setWord(target.value)}
      />
      <button type="submit" disabled={disabled}>
        Add
      </button>
      {problem !== null && (
        <small id={problemId} role="alert" className={css.problem}>
          {problem}
        </small>
      )}
    </form>
  )
}
