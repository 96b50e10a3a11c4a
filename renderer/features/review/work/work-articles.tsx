import { useEffect, useState } from 'react'
import { counted } from '#shared/domain/counted.ts'
import type { ReviewedArticle } from '#shared/ipc/reviewing.ts'
import { reviewFile } from '../../../state/review-file.ts'
import { chooseArticle, openChosenWork, reviewing } from '../../../state/reviewing.ts'
import { keptRows } from '../../../ui/kept-rows.ts'
import { Listbox } from '../../../ui/listbox.tsx'
import css from './work.module.css'

const kept = keptRows<ReviewedArticle>()

/** The annotator’s articles with how far the review of each is. */
export function WorkArticles() {
  const articles = reviewing((state) => state.articles)
  const annotator = reviewing((state) => state.annotator)
  if (annotator === null) return <p className={css.nothing}>{NOBODY}</p>
  if (!articles) return <p className={css.nothing}>Looking how far the review is…</p>
  if (articles.length === 0)
    return (
      <>
        <p className={css.nothing}>{annotator} has marked nothing yet, so there is nothing to review.</p>
        <Unread />
      </>
    )
  return (
    <>
      <Unread />
      <List articles={articles} />
    </>
  )
}

function List({ articles }: { readonly articles: readonly ReviewedArticle[] }) {
  const chosen = reviewing((state) => state.chosen)
  const [focus, setFocus] = useState<object | null>(null)
  useEffect(() => {
    if (isFocusFree()) setFocus({})
  }, [])
  const at = (index: number) => articles[index] as ReviewedArticle
  return (
    <Listbox
      label="Articles to review"
      count={articles.length}
      selected={articles.findIndex(({ articleId }) => articleId === chosen)}
      rowHeight={48}
      keyOf={(index) => at(index).articleId}
      rowAt={(index) => kept(at(index), () => rowOf(at(index)))}
      onSelect={(index) => chooseArticle(at(index).articleId)}
      onOpen={() => void openChosenWork()}
      focus={focus}
    />
  )
}

/** The list comes late: whoever has gone elsewhere on the tab by then, or is led there, stays there. */
function isFocusFree(): boolean {
  if (reviewFile.getState().wanted) return false
  const { activeElement } = document
  return !activeElement || activeElement === document.body || activeElement.getAttribute('role') === 'tab'
}

/** What is left out of the list, and why. */
function Unread() {
  const unread = reviewing((state) => state.unread)
  if (unread.length === 0) return null
  return (
    <details className={css.unread}>
      <summary>{counted(unread.length, 'file')} could not be read, and count for nothing here</summary>
      <ul>
        {unread.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}

const NOBODY =
  'Nobody else has annotated here yet. Merge a colleague’s work on the tab Team, or let a colleague annotate in this workspace; then each mark can be accepted, changed, rejected or commented on here.'

function rowOf(article: ReviewedArticle) {
  const { title, annotations } = article
  const progress = progressOf(article)
  return {
    name: title,
    description: progress,
    content: (
      <div className={css.row}>
        <span className={css.rowTitle}>{title}</span>
        <progress aria-hidden="true" value={judgedOf(article)} max={Math.max(1, annotations)} />
        <span className={css.quiet}>{progress}</span>
      </div>
    ),
  }
}

const judgedOf = ({ accepted, changed, rejected }: ReviewedArticle): number => accepted + changed + rejected

function progressOf(article: ReviewedArticle): string {
  const { annotations, changed, rejected, outdated, threads, waiting } = article
  const parts: readonly (string | false)[] = [
    `${judgedOf(article)} of ${counted(annotations, 'mark')} judged`,
    changed > 0 && `${changed} to change`,
    rejected > 0 && `${rejected} rejected`,
    outdated > 0 && `${outdated} changed since`,
    threads > 0 && `${counted(threads, 'open thread')}`,
    waiting > 0 && `${waiting} not answered`,
  ]
  return parts.filter(Boolean).join(' · ')
}
