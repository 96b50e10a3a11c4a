import type { ArticleSummary } from '#shared/domain/article.ts'
import { shownDate } from '#shared/domain/partial-date.ts'
import { openArticle } from '../../state/articles.ts'
import { focusPane, useDesk } from '../../state/desk.ts'
import { showExchange } from '../../state/exchange.ts'
import { keysIn, useBound, withKeys } from '../../state/keys.ts'
import { viewArticles } from '../../state/listing.ts'
import { mineIn, showMine } from '../../state/mine.ts'
import { type ArticleView, SORTS, STATUS_FILTERS } from '../../state/shown-articles.ts'
import { chooseWorkspace, importArticles } from '../../state/workspace.ts'
import { keptRows } from '../../ui/kept-rows.ts'
import { Listbox } from '../../ui/listbox.tsx'
import css from './articles-pane.module.css'

const kept = keptRows<ArticleSummary>()

/** The articles of the workspace: filtered, sorted, with what has been done in each. */
export function ArticlesPane() {
  const isFilteredAway = useDesk(({ articles, shown }) => articles.length > 0 && shown.length === 0)
  return (
    <nav aria-label="Articles" className={css.pane}>
      <PaneHeader />
      <ViewControls />
      <ArticleRows />
      {isFilteredAway && <p className={css.none}>No article fits this filter.</p>}
    </nav>
  )
}

function PaneHeader() {
  const name = useDesk(({ workspace }) => workspace?.name)
  const folder = useDesk(({ workspace }) => workspace?.folder)
  const bound = useBound()
  return (
    <header className={css.header}>
      <h2 className={css.name} title={folder}>
        {name}
      </h2>
      <div className={css.actions}>
        <button
          type="button"
          title={withKeys('Open another folder', keysIn(bound, 'workspace.open'))}
          onClick={() => void chooseWorkspace({ kind: 'existing' })}
        >
          Open…
        </button>
        <button
          type="button"
          title={withKeys('Import articles into this workspace', keysIn(bound, 'import.files'))}
          onClick={() => void importArticles('files')}
        >
          Import…
        </button>
        <button
          type="button"
          title={withKeys('Export to other tools', keysIn(bound, 'exchange.export'))}
          onClick={() => showExchange('export')}
        >
          Export…
        </button>
      </div>
    </header>
  )
}

function ViewControls() {
  const view = useDesk(({ shown }) => shown.view)
  const change = (changed: Partial<ArticleView>) => viewArticles({ ...view, ...changed })
  return (
    <div className={css.controls}>
      <input
        type="search"
        aria-label="Filter articles"
        placeholder="Filter"
        value={view.text}
        onChange={({ target }) => change({ text: target.value })}
        onKeyDown={({ key }) => key === 'Escape' && (view.text ? change({ text: '' }) : focusPane('reader'))}
      />
      <MineOnly />
      <select
        aria-label="Status"
        value={view.status}
        onChange={({ target }) => change({ status: target.value as ArticleView['status'] })}
      >
        {STATUS_FILTERS.map((status) => (
          <option key={status} value={status}>
            {status}
          </option>
        ))}
      </select>
      <select
        aria-label="Sort by"
        value={view.sort}
        onChange={({ target }) => change({ sort: target.value as ArticleView['sort'] })}
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            by {sort}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Shows what is assigned to the annotator alone; there only where something is assigned to somebody. */
function MineOnly() {
  const mine = useDesk(({ team, preferences, suggestedAnnotator }) =>
    team.assignments.size === 0 ? null : mineIn(team, preferences.annotator ?? suggestedAnnotator),
  )
  const isMineOnly = useDesk(({ shown }) => shown.view.only !== null)
  if (!mine) return null
  return (
    <label className={css.mine}>
      <input type="checkbox" checked={isMineOnly} onChange={({ target }) => showMine(target.checked)} />
      Assigned to me ({mine.size.toLocaleString('en')})
    </label>
  )
}

function ArticleRows() {
  const shown = useDesk((state) => state.shown)
  const openId = useDesk(({ open, unopened }) => open?.article.id ?? unopened?.articleId)
  const focus = useDesk((state) => (state.focus?.pane === 'articles' ? state.focus : null))
  const row = (index: number) => shown.at(index) as ArticleSummary
  return (
    <Listbox
      label="Articles"
      count={shown.length}
      selected={shown.rankOf(openId)}
      rowHeight={78}
      keyOf={(index) => row(index).id}
      rowAt={(index) => kept(row(index), () => rowOf(row(index)))}
      onSelect={(index) => void openArticle(row(index).id)}
      onOpen={() => focusPane('reader')}
      focus={focus}
    />
  )
}

function rowOf(article: ArticleSummary) {
  const marks = Object.values(article.counts).reduce((sum, count) => sum + count, 0)
  const { source, published, later } = article
  const status = later === null ? article.status : 'earlier version'
  const facts = [source, published && shownDate(published), marks === 1 ? '1 mark' : `${marks} marks`]
    .filter(Boolean)
    .join(' · ')
  return {
    name: article.title,
    description: `${status}, ${facts}`,
    data: { 'data-article-id': article.id } as const,
    content: (
      <div className={css.row}>
        <span className={css.title}>{article.title}</span>
        <span className={css.facts}>
          <span className={css[status.replace(' ', '-')]}>{status}</span>
          <span>{facts}</span>
        </span>
      </div>
    ),
  }
}
