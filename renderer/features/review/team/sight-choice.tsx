import type { Sight } from '#shared/domain/team.ts'
import { setSight } from '../../../state/assigning.ts'
import { useDesk } from '../../../state/desk.ts'
import css from './team.module.css'

const WAYS: readonly { readonly sight: Sight; readonly title: string; readonly means: string }[] = [
  {
    sight: 'layer',
    title: 'Shown on demand',
    means: 'Whoever annotates can show others’ marks below their own, and hide them again.',
  },
  {
    sight: 'blind',
    title: 'Hidden (blind)',
    means:
      'Nobody sees others’ marks while annotating, so that agreement compares what each found alone. Review and adjudication show them.',
  },
]

/** Whether others' marks can be looked at while one annotates: one setting for all who work here. */
export function SightChoice() {
  const sight = useDesk(({ team }) => team.sight)
  const isReadOnly = useDesk(({ teamAccess }) => teamAccess.kind === 'read')
  return (
    <fieldset className={css.part} disabled={isReadOnly}>
      <legend>Others’ marks while annotating</legend>
      {WAYS.map((way) => (
        <label key={way.sight} className={css.check}>
          <input
            type="radio"
            name="sight"
            checked={way.sight === sight}
            onChange={() => setSight(way.sight)}
            aria-describedby={`sight-${way.sight}`}
          />
          <span>
            {way.title}
            <span id={`sight-${way.sight}`} className={css.quiet}>
              {' '}
              — {way.means}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
