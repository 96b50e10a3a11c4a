import { useState } from 'react'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { SurveyAnswer, SurveyRow } from '#shared/ipc/survey.ts'
import { schemeOf, useDesk } from '../../state/desk.ts'
import { Listbox } from '../../ui/listbox.tsx'
import css from './actor-page.module.css'
import { heightOf } from './mention-list.tsx'
import { MENTION_ROW, mentionRow } from './mention-row.tsx'
import { openRow } from './open-row.ts'

/** The acts that an actor has a role in, role by role as the scheme has them. */
export function ActList({ answer }: { readonly answer: SurveyAnswer | null }) {
  const scheme = useDesk(schemeOf)
  if (!answer || answer.rows.length === 0) return null
  return rolesIn(answer.rows, scheme).map(({ title, rows }) => (
    <RoleActs key={title} title={title} rows={rows} />
  ))
}

type RoleActsProps = { readonly title: string; readonly rows: readonly SurveyRow[] }

function RoleActs({ title, rows }: RoleActsProps) {
  const [selected, setSelected] = useState(0)
  const at = (index: number) => rows[index] as SurveyRow
  return (
    <section aria-label={`Acts as ${title}`} className={css.part}>
      <h3>
        {title} ({rows.length.toLocaleString('en')})
      </h3>
      <div className={css.rows} style={heightOf(rows.length)}>
        <Listbox
          label={`Acts as ${title}`}
          count={rows.length}
          selected={Math.min(selected, rows.length - 1)}
          rowHeight={MENTION_ROW}
          keyOf={(index) => `${at(index).articleId}-${at(index).id}`}
          rowAt={(index) => mentionRow(at(index), { isChosen: null })}
          onSelect={setSelected}
          onOpen={() => void openRow(at(selected))}
        />
      </div>
    </section>
  )
}

/** Roles that have rows, in the scheme's order; one that the scheme does not know is called by its id, and comes last. */
function rolesIn(rows: readonly SurveyRow[], { roles }: Scheme): readonly RoleActsProps[] {
  const used = new Set(rows.map(({ detail }) => detail ?? ''))
  const known = roles.filter(({ id }) => used.delete(id))
  return [...known, ...Array.from(used, (id) => ({ id, title: id }))].map(({ id, title }) => ({
    title,
    rows: rows.filter(({ detail }) => (detail ?? '') === id),
  }))
}
