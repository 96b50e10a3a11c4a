import { say, showView, useDesk, VIEW_TITLES, VIEWS, type View } from '../state/desk.ts'
import { useKeys, withKeys } from '../state/keys.ts'
import css from './view-bar.module.css'

/** Which view of the workspace is shown. */
export function ViewBar() {
  return (
    <nav aria-label="Views" className={css.bar}>
      {VIEWS.map((view) => (
        <ViewButton key={view} view={view} />
      ))}
    </nav>
  )
}

function ViewButton({ view }: { readonly view: View }) {
  const isShown = useDesk((state) => state.view === view)
  const keys = useKeys(`view.${view}`)
  const title = VIEW_TITLES[view]
  return (
    <button
      type="button"
      aria-current={isShown ? 'page' : undefined}
      aria-keyshortcuts={keys.spoken}
      title={withKeys(title, keys)}
      className={css.view}
      onClick={() => {
        say(null)
        showView(view)
      }}
    >
      {title}
    </button>
  )
}
