import type { Scheme } from '#shared/domain/scheme.ts'
import type { SurveyAnswer, SurveyRow } from '#shared/ipc/survey.ts'
import { schemeOf, useDesk } from '../../state/desk.ts'
import css from './actor-page.module.css'
import { RowList } from './row-list.tsx'

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
  return (
    <section aria-label={`Acts as ${title}`} className={css.part}>
      <h3>
        {title} ({rows.length.toLocaleString('en')})
      </h3>
      <RowList label={`Acts as ${title}`} rows={rows} />
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
