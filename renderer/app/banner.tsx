import { restoreArticle } from '../state/articles.ts'
import { focusPane, useDesk } from '../state/desk.ts'
import { chooseWorkspace } from '../state/workspace.ts'
import css from './app.module.css'

/** Says why the workspace or the article can only be read, and what can be done about it. */
export function Banner() {
  const workspace = useDesk((state) => state.workspace?.access)
  const article = useDesk(({ open }) => open?.access)
  if (workspace?.kind === 'read') {
    return (
      <div role="alert" className={css.banner}>
        <span>{workspace.sentence}</span>
        <button type="button" onClick={() => void tryAgain()}>
          Try again
        </button>
      </div>
    )
  }
  return article?.kind === 'read' ? <ArticleBanner sentence={article.sentence} /> : null
}

/** The button may go with the banner; the focus must not. */
async function tryAgain(): Promise<void> {
  await chooseWorkspace({ kind: 'again' })
  focusPane('reader')
}

function ArticleBanner({ sentence }: { readonly sentence: string }) {
  const restore = useDesk(({ open }) => open?.restore)
  const lastGood = restore?.lastGood
  return (
    <div role="alert" className={css.banner}>
      <span>{sentence}</span>
      {lastGood && (
        <button type="button" onClick={() => void restoreArticle('last-good')}>
          Go back to the {lastGood.annotations} annotations of {new Date(lastGood.savedAt).toLocaleString()}
        </button>
      )}
      {restore && (
        <button type="button" onClick={() => void restoreArticle('empty')}>
          Start again without them
        </button>
      )}
    </div>
  )
}
