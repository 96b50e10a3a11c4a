import type { ArticleAgreement } from '#shared/review/agreement-report.ts'
import { numberWords } from '#shared/review/agreement-words.ts'
import { agreement, chooseArticle } from '../../../state/agreement.ts'
import { showDifference } from '../../../state/review.ts'
import { Listbox } from '../../../ui/listbox.tsx'
import css from './agreement.module.css'
import { Scale } from './scale.tsx'

const ROW = 54

/** The articles, where most differs first; Enter or a click leads to the adjudication of one. */
export function ArticleDifferences({ articles }: { readonly articles: readonly ArticleAgreement[] }) {
  const chosen = agreement((state) => state.chosen)
  const at = (index: number) => articles[index] as ArticleAgreement
  const open = (index: number): void => {
    const article = articles[index]
    if (article) showDifference(article.articleId)
  }
  return (
    <section aria-label="Where you differ most" className={css.articles}>
      <div className={css.articlesHead}>
        <h2>Where you differ most</h2>
        <button type="button" disabled={articles.length === 0} onClick={() => open(chosen)}>
          Look at the differences <kbd>Enter</kbd>
        </button>
      </div>
      <Listbox
        label="Articles by differences"
        count={articles.length}
        selected={Math.min(chosen, articles.length - 1)}
        rowHeight={ROW}
        keyOf={(index) => at(index).articleId}
        rowAt={(index) => rowOf(at(index))}
        onSelect={chooseArticle}
        onOpen={() => open(chosen)}
      />
    </section>
  )
}

function rowOf(article: ArticleAgreement) {
  const { title, differences, groups, exactF1, annotators } = article
  const words = `${differences.toLocaleString('en')} of ${groups.toLocaleString('en')} differ`
  const numbers = `exact F1 ${numberWords(exactF1)}`
  return {
    name: title,
    description: [words, numbers, annotators.join(', ')].join(', '),
    content: (
      <div className={css.article}>
        <span dir="auto" className={css.title}>
          {title}
        </span>
        <span className={css.facts}>
          {words} · {numbers}
        </span>
        <Scale value={exactF1} hasBounds={false} />
      </div>
    ),
  }
}
