import { useState } from 'react'
import { counted } from '#shared/domain/counted.ts'
import type { AdjudicatedArticle } from '#shared/ipc/adjudication.ts'
import { adjudicateArticle, adjudicating, chooseAdjudicated } from '../../../state/adjudicating.ts'
import { keptRows } from '../../../ui/kept-rows.ts'
import { Listbox } from '../../../ui/listbox.tsx'
import css from './adjudicate.module.css'
import { RulesPanel } from './rules-panel.tsx'

const kept = keptRows<AdjudicatedArticle>()

/** The articles that two or more have opened, with what is left to decide. */
export function AdjudicatedArticles() {
  const articles = adjudicating((state) => state.articles)
  const chosen = adjudicating((state) => state.chosen)
  const [focus] = useState(() => ({}))
  if (!articles) return <p className={css.nothing}>Looking where annotators differ…</p>
  if (articles.length === 0) return <p className={css.nothing}>{NOTHING}</p>
  const at = (index: number) => articles[index] as AdjudicatedArticle
  return (
    <div className={css.list}>
      <header className={css.header}>
        <p>{totals(articles)}</p>
        <button
          type="button"
          className="primary"
          disabled={chosen === null}
          onClick={() => chosen !== null && void adjudicateArticle(chosen)}
        >
          Adjudicate <kbd>Enter</kbd>
        </button>
      </header>
      <div className={css.rows}>
        <Listbox
          label="Articles to adjudicate"
          count={articles.length}
          selected={articles.findIndex(({ articleId }) => articleId === chosen)}
          rowHeight={48}
          keyOf={(index) => at(index).articleId}
          rowAt={(index) => kept(at(index), () => rowOf(at(index)))}
          onSelect={(index) => chooseAdjudicated(at(index).articleId)}
          onOpen={() => chosen !== null && void adjudicateArticle(chosen)}
          focus={focus}
        />
      </div>
      <RulesPanel />
    </div>
  )
}

const NOTHING =
  'There is nothing to adjudicate yet: no article was annotated by two annotators. Merge a colleague’s work on the tab Team, or let a colleague annotate the same articles in this workspace. Then each difference between you is shown here, and what you decide of it becomes gold.'

function totals(articles: readonly AdjudicatedArticle[]): string {
  const sum = (of: (article: AdjudicatedArticle) => number) =>
    articles.reduce((total, article) => total + of(article), 0)
  const parts = [
    counted(articles.length, 'article'),
    `${counted(
      sum(({ open }) => open),
      'difference',
    )} open`,
    `${sum(({ discussed }) => discussed)} to discuss`,
    `${sum(({ groups }) => groups.same ?? 0)} the same for all`,
    `${sum(({ isDone, open }) => Number(isDone && open === 0))} done in gold`,
  ]
  return parts.join(' · ')
}

function rowOf(article: AdjudicatedArticle) {
  const { title, annotators } = article
  const description = `${leftOf(article)} · ${annotators.join(', ')}`
  return {
    name: title,
    description,
    content: (
      <div className={css.row}>
        <span className={css.rowTitle}>{title}</span>
        <span>{leftOf(article)}</span>
        <span className={css.quiet}>{annotators.join(', ')}</span>
      </div>
    ),
  }
}

function leftOf({ open, discussed, decided, groups, isDone }: AdjudicatedArticle): string {
  const all = Object.values(groups).reduce((sum, count) => sum + count, 0)
  const parts: readonly (string | false)[] = [
    open > 0 ? `${counted(open, 'difference')} open` : isDone ? 'done in gold' : 'nothing open',
    open > 0 && isDone && 'done in gold, but changed since',
    discussed > 0 && `${discussed} to discuss`,
    `${decided} of ${counted(all, 'group')} decided`,
  ]
  return parts.filter(Boolean).join(' · ')
}
