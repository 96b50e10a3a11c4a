import { cancelBulk } from '../../state/bulk.ts'
import { say, useDesk } from '../../state/desk.ts'
import { useKeys, withKeys } from '../../state/keys.ts'
import { isBlind, others, toggleOthers } from '../../state/others.ts'
import { showSwitch } from '../../state/team.ts'
import { cancelImport } from '../../state/workspace.ts'
import { SaveStatus } from './save-status.tsx'
import css from './status-bar.module.css'

/** The line at the foot of the desk: what is saved, what was just said, what is under way, how far the work has come. */
export function StatusBar() {
  const hasWorkspace = useDesk(({ workspace }) => workspace !== null)
  const annotator = useDesk(
    ({ preferences, suggestedAnnotator }) => preferences.annotator ?? suggestedAnnotator,
  )
  return (
    <footer className={css.bar}>
      {hasWorkspace && <SaveStatus />}
      <Notice />
      <Importing />
      <ManyEdits />
      <Progress />
      <OthersSwitch />
      {hasWorkspace && (
        <button type="button" className={css.small} title="Annotate as somebody else" onClick={showSwitch}>
          {annotator}
        </button>
      )}
    </footer>
  )
}

function Notice() {
  const notice = useDesk((state) => state.notice)
  const way = useDesk((state) => state.noticeWay)
  return (
    <div aria-live="polite" className={css.notice}>
      {notice && (
        <>
          <span>{notice}</span>
          {way && (
            <button type="button" onClick={way.go}>
              {way.title}
            </button>
          )}
          <button type="button" aria-label="Dismiss this message" onClick={() => say(null)}>
            ×
          </button>
        </>
      )}
    </div>
  )
}

function Importing() {
  const importing = useDesk((state) => state.importing)
  if (!importing) return null
  return (
    <div className={css.importing}>
      <progress aria-label="Importing articles" value={importing.done} max={importing.total} />
      <span>
        {importing.done} of {importing.total}
      </span>
      <button type="button" onClick={() => void cancelImport()}>
        Cancel
      </button>
    </div>
  )
}

function ManyEdits() {
  const bulk = useDesk((state) => state.bulk)
  if (!bulk) return null
  const { name, done, total, canStop } = bulk
  return (
    <div className={css.importing}>
      <progress aria-label={name} value={done} max={Math.max(total, 1)} />
      <span>
        {name}: {done} of {total}
      </span>
      {canStop && (
        <button type="button" onClick={() => void cancelBulk()}>
          Cancel
        </button>
      )}
    </div>
  )
}

/** So that one finds that there is such a layer; where the team annotates blind there is none. */
function OthersSwitch() {
  const isOffered = useDesk(
    (state) => state.workspace !== null && state.view === 'annotate' && !isBlind(state),
  )
  const onIn = others((state) => state.onIn)
  const isOn = useDesk(({ workspace }) => workspace !== null && workspace.id === onIn)
  const keys = useKeys('view.others')
  if (!isOffered) return null
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={withKeys('Show what others have marked below your own marks', keys)}
      className={css.small}
      onClick={toggleOthers}
    >
      Others’ marks
    </button>
  )
}

function Progress() {
  const count = useDesk(({ articles }) => articles.length - articles.replaced)
  const done = useDesk(({ articles }) => articles.done)
  return count > 0 ? (
    <span className={css.quiet}>
      {done} of {count} articles done
    </span>
  ) : null
}
