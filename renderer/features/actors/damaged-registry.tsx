import { useDesk } from '../../state/desk.ts'
import { restoreRegistry } from '../../state/editing.ts'
import css from './actors-view.module.css'

/** Why actors cannot be changed now, and the way on. */
export function DamagedRegistry() {
  const { access, restore } = useDesk(({ registry }) => registry)
  if (access.kind !== 'read') return null
  return (
    <div role="alert" className={css.damaged}>
      <span>{access.sentence}</span>
      {restore?.lastGood && (
        <button type="button" onClick={() => void restoreRegistry('last-good')}>
          Go back to the {restore.lastGood.actors} actors of{' '}
          {new Date(restore.lastGood.savedAt).toLocaleString()}
        </button>
      )}
      {restore && (
        <button type="button" onClick={() => void restoreRegistry('empty')}>
          Start again without them
        </button>
      )}
    </div>
  )
}
