import { useState } from 'react'
import { counted } from '#shared/domain/counted.ts'
import type { BroughtArticle } from '#shared/ipc/exchange.ts'
import { Listbox } from '../../ui/listbox.tsx'
import css from './brought.module.css'
import view from './exchange.module.css'
import { countOf, MATCH_WORDS } from './taking-words.ts'

const ROW = 48
const MOST_ROWS = 5

type ArticlesProps = {
  readonly articles: readonly BroughtArticle[]
  /** There are several of them. */
  readonly tellsWhose: boolean
}

/** Each article of the files, and which one it is here. */
export function BroughtArticles({ articles, tellsWhose }: ArticlesProps) {
  const [chosen, setChosen] = useState(0)
  const at = (index: number) => articles[index] as BroughtArticle
  if (articles.length === 0) return <p className={view.quiet}>No article was found in it.</p>
  return (
    <section aria-label="Articles found" className={view.part}>
      <h2>{counted(countOf(articles), 'article')}</h2>
      <div className={css.list} style={{ height: Math.min(MOST_ROWS, articles.length) * ROW + 2 }}>
        <Listbox
          label="Articles in the files"
          count={articles.length}
          selected={chosen}
          rowHeight={ROW}
          keyOf={String}
          rowAt={(index) => rowOf(at(index), tellsWhose)}
          onSelect={setChosen}
        />
      </div>
    </section>
  )
}

function rowOf({ name, annotator, annotations, match, title }: BroughtArticle, tellsWhose: boolean) {
  const whose = tellsWhose && annotator !== null ? `${annotator} · ` : ''
  const words = `${whose}${counted(annotations, 'annotation')} · ${MATCH_WORDS[match]}`
  return {
    name,
    description: title === null ? words : `${title}, ${words}`,
    content: (
      <div className={css.article} data-placed={match !== 'none'}>
        <span dir="auto" className={css.name}>
          {title ?? name}
        </span>
        <span className={css.facts}>{words}</span>
      </div>
    ),
  }
}
