import { useState } from 'react'
import type { ArticleSummary } from '#shared/domain/article.ts'
import { reassign } from '../../../state/assigning.ts'
import { useDesk } from '../../../state/desk.ts'
import { Listbox } from '../../../ui/listbox.tsx'
import css from './team.module.css'

type Props = { readonly people: readonly string[] }

/** Who annotates which article, one by one. The articles are those that the list beside the text shows. */
export function AssignedArticles({ people }: Props) {
  const shown = useDesk((state) => state.shown)
  const assignments = useDesk(({ team }) => team.assignments)
  const [chosen, setChosen] = useState<string | undefined>()
  const [focus, setFocus] = useState<object | null>(null)
  const selected = shown.rankOf(chosen)
  const row = (index: number) => shown.at(index) as ArticleSummary
  if (shown.length === 0) return null
  return (
    <section className={css.part} aria-label="Who annotates what">
      <h2>Who annotates what</h2>
      <div className={css.shared}>
        <div className={css.articles}>
          <Listbox
            label="Assigned articles"
            count={shown.length}
            selected={selected}
            rowHeight={48}
            keyOf={(index) => row(index).id}
            rowAt={(index) => rowOf(row(index), assignments.get(row(index).id))}
            // By a press as well: Enter is then for the row, and not for the field that had the focus before.
            onSelect={(index) => {
              setChosen(row(index).id)
              setFocus({})
            }}
            focus={focus}
            onOpen={() => document.querySelector<HTMLElement>('[data-person]')?.focus()}
          />
        </div>
        {selected >= 0 && <Who article={row(selected)} people={people} />}
      </div>
    </section>
  )
}

function rowOf(article: ArticleSummary, names: readonly string[] = []) {
  const whose = names.length === 0 ? 'nobody’s yet' : names.join(', ')
  return {
    name: article.title,
    description: whose,
    content: (
      <div className={css.article}>
        <span>{article.title}</span>
        <span className={css.quiet}>{whose}</span>
      </div>
    ),
  }
}

type WhoProps = { readonly article: ArticleSummary; readonly people: readonly string[] }

function Who({ article, people }: WhoProps) {
  const assigned = useDesk(({ team }) => team.assignments.get(article.id)) ?? []
  const isReadOnly = useDesk(({ teamAccess }) => teamAccess.kind === 'read')
  const all = [...new Set([...people, ...assigned])].sort()
  return (
    <fieldset className={`${css.part} ${css.who}`} disabled={isReadOnly}>
      <legend>Who annotates “{article.title}”</legend>
      {all.map((name) => (
        <label key={name} className={css.check}>
          <input
            type="checkbox"
            data-person=""
            checked={assigned.includes(name)}
            onChange={() => reassign(article.id, name)}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
