import css from './scheme.module.css'

export type WordListProps = {
  readonly label: string
  readonly words: readonly string[]
  readonly isReadOnly: boolean
  readonly noteOf: (word: string) => string
  readonly onMove: (index: number, by: 1 | -1) => void
  readonly actions: readonly (readonly [title: string, run: (word: string) => void])[]
}

/** Words in an order that matters, each with what can be done about it. */
export function WordList({ label, words, isReadOnly, noteOf, onMove, actions }: WordListProps) {
  return (
    <ol aria-label={label} className={css.words}>
      {words.map((word, index) => (
        <li key={word}>
          <span className={css.rowTitle}>{word}</span>
          <span className={css.count}>{noteOf(word)}</span>
          <span className={css.buttons}>
            <button
              type="button"
              aria-label={`Move ${word} up`}
              disabled={isReadOnly || index === 0}
              onClick={() => onMove(index, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={`Move ${word} down`}
              disabled={isReadOnly || index === words.length - 1}
              onClick={() => onMove(index, 1)}
            >
              ↓
            </button>
            {actions.map(([title, run]) => (
              <button
                key={title}
                type="button"
                aria-label={`${title} ${word}`}
                disabled={isReadOnly || words.length === 1}
                onClick={() => run(word)}
              >
                {title}
              </button>
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}
