import { chooseEntry } from '../../state/actors-view.ts'
import { useDesk } from '../../state/desk.ts'
import css from './contradictions.module.css'
import { Contradictions } from './contradictions.tsx'
import { useFocusKept } from './view-focus.ts'

/** All that annotators say differently of actors. */
export function ContradictionsPage() {
  useFocusKept()
  const { united, access } = useDesk(({ registry }) => registry)
  return (
    <article data-actor-page className={css.page}>
      <h2>Contradictions</h2>
      {united.contradictions.size === 0 && <p>Nobody contradicts anybody.</p>}
      {[...united.contradictions].slice(0, MOST).map(([id, found]) => (
        <section key={id} className={css.actor}>
          <button type="button" className={css.name} onClick={() => chooseEntry({ kind: 'actor', id })}>
            {united.actors.get(id)?.name ?? id}
          </button>
          {found.map((one) => (
            <Contradictions key={one.field} contradiction={one} canEdit={access.kind === 'write'} />
          ))}
        </section>
      ))}
    </article>
  )
}

/** The next ones come up as these are settled. */
const MOST = 100
