import { counted } from '#shared/domain/counted.ts'
import { useDesk } from '../../../state/desk.ts'
import { acceptAllLeft, toggleOnlyLeft } from '../../../state/judging.ts'
import { closeWork, nextWork, reviewing, reviewWorkOf, saveSummary } from '../../../state/reviewing.ts'
import css from './work.module.css'

/** Whose work is reviewed, how far that is, and what goes back to its annotator. */
export function WorkHeader() {
  const isOpen = reviewing(({ work }) => work !== null)
  return (
    <header className={css.header}>
      {isOpen ? <ArticleHeader /> : <ListHeader />}
      <Summary />
    </header>
  )
}

function ListHeader() {
  const annotators = reviewing((state) => state.annotators) ?? []
  const annotator = reviewing((state) => state.annotator)
  const own = useDesk(({ preferences, suggestedAnnotator }) => preferences.annotator ?? suggestedAnnotator)
  const articles = reviewing((state) => state.articles) ?? []
  const sum = (of: 'annotations' | 'accepted' | 'changed' | 'rejected') =>
    articles.reduce((total, article) => total + article[of], 0)
  if (annotators.length === 0) return null
  return (
    <>
      <label>
        Work of{' '}
        <select value={annotator ?? ''} onChange={({ target }) => void reviewWorkOf(target.value)}>
          {annotator === null && <option value="">choose…</option>}
          {annotators.map((name) => (
            <option key={name} value={name}>
              {name === own ? `${name} (myself)` : name}
            </option>
          ))}
        </select>
      </label>
      {annotator !== null && (
        <p className={css.quiet}>
          {counted(sum('annotations'), 'mark')} in {counted(articles.length, 'article')} · {sum('accepted')}{' '}
          accepted · {sum('changed')} to change · {sum('rejected')} rejected
        </p>
      )}
    </>
  )
}

function ArticleHeader() {
  const title = reviewing(({ articles, chosen }) => titleOf(articles, chosen))
  const annotator = reviewing((state) => state.annotator)
  const work = reviewing((state) => state.work)
  const onlyLeft = reviewing((state) => state.onlyLeft)
  if (!work) return null
  const { accepted, changed, rejected } = work.counts
  return (
    <>
      <button type="button" onClick={() => void closeWork()}>
        All articles <kbd>Esc</kbd>
      </button>
      <h2 className={css.title}>
        {title} <span className={css.quiet}>by {annotator}</span>
      </h2>
      <p aria-live="polite" className={css.quiet}>
        {accepted + changed + rejected} of {counted(work.annotations.size, 'mark')} judged
      </p>
      <label>
        <input type="checkbox" checked={onlyLeft} onChange={toggleOnlyLeft} /> Only what is left <kbd>O</kbd>
      </label>
      <button type="button" onClick={acceptAllLeft}>
        Accept all that are left <kbd>Shift+A</kbd>
      </button>
      <button type="button" onClick={() => void nextWork()}>
        Next article <kbd>Ctrl+Enter</kbd>
      </button>
    </>
  )
}

const titleOf = (
  articles: readonly { readonly articleId: string; readonly title: string }[] | null,
  id: string | null,
): string => articles?.find(({ articleId }) => articleId === id)?.title ?? ''

function Summary() {
  const annotator = reviewing((state) => state.annotator)
  const isOpen = reviewing(({ work }) => work !== null)
  const summary = reviewing((state) => state.summary)
  if (annotator === null || isOpen) return null
  return (
    <>
      <button type="button" className={css.atEnd} onClick={() => void saveSummary()}>
        Write a summary for {annotator}…
      </button>
      {summary !== null && (
        <p role="status" className={css.outcome}>
          The summary lies in “{summary}”.
        </p>
      )}
    </>
  )
}
