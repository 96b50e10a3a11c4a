import type { ArticleSummary } from '#shared/domain/article.ts'
import { shownDate } from '#shared/domain/partial-date.ts'
import type { ArticleList } from '../state/article-list.ts'
import { useDesk } from '../state/desk.ts'
import { Picker } from '../ui/picker.tsx'
import { FoundText } from './found-text.tsx'
import { type Found, FuzzyList } from './fuzzy-list.ts'
import css from './pickers.module.css'
import { useFuzzy } from './use-fuzzy.ts'

type ArticlePickerProps = {
  readonly placeholder: string
  readonly onPick: (article: ArticleSummary) => void
}

/** The articles of the workspace, found by a few letters of title, source or date. */
export function ArticlePicker({ placeholder, onPick: pick }: ArticlePickerProps) {
  const articles = useArticles()
  const list = listOf(articles)
  const { result, search, settle } = useFuzzy(list)
  const count = result ? result.found.length : articles.length
  const at = (index: number): Found<ArticleSummary> =>
    result?.found[index] ?? { item: articles.at(index) as ArticleSummary, indexes: [] }
  const onPick = (index: number) => {
    const settled = settle()
    const picked = settled ? settled.found[index]?.item : articles.at(index)
    if (picked) pick(picked)
  }
  return (
    <Picker
      label="Article"
      listLabel="Articles found"
      placeholder={placeholder}
      found={foundOf(result?.total ?? articles.length, count)}
      count={count}
      rowHeight={52}
      keyOf={(index) => at(index).item.id}
      rowAt={(index) => rowOf(at(index))}
      onQuery={search}
      onPick={onPick}
    />
  )
}

const useArticles = (): ArticleList => useDesk((state) => state.articles)

/** Kept for the next time: to prepare a hundred thousand titles takes half a second. */
function listOf(articles: ArticleList): FuzzyList<ArticleSummary> {
  if (kept?.articles !== articles) kept = { articles, list: new FuzzyList([...articles], textOf) }
  return kept.list
}
let kept: {
  readonly articles: ArticleList
  readonly list: FuzzyList<ArticleSummary>
} | null = null

const factsOf = ({ source, published, later }: ArticleSummary) =>
  [source, published && shownDate(published), later !== null && 'earlier version'].filter(Boolean).join(' · ')
const textOf = (article: ArticleSummary) => `${article.title} ${factsOf(article)}`

function foundOf(total: number, shown: number): string {
  if (total === 0) return 'No article fits.'
  const all = total === 1 ? '1 article' : `${total.toLocaleString('en')} articles`
  return shown < total ? `${all}, of which the ${shown} best are shown` : all
}

function rowOf({ item, indexes }: Found<ArticleSummary>) {
  const facts = factsOf(item)
  return {
    name: item.title,
    ...(facts ? { description: facts } : {}),
    content: (
      <div className={css.article}>
        <span className={css.title}>
          <FoundText text={item.title} from={0} indexes={indexes} />
        </span>
        <span className={css.quiet}>
          <FoundText text={facts} from={item.title.length + 1} indexes={indexes} />
        </span>
      </div>
    ),
  }
}
