import type { ReactNode } from 'react'
import { useDesk } from '../../state/desk.ts'
import { AnnotationCard } from './annotation-card.tsx'
import { AnnotationList } from './annotation-list.tsx'
import { ArticleCard } from './article-card.tsx'
import css from './inspector.module.css'

/** What is known of the open article and of the annotations in it. `act`: see `AnnotationCard`. */
export function Inspector({ act }: { readonly act: ReactNode }) {
  const articleId = useDesk(({ open }) => open?.article.id)
  return (
    <aside aria-label="Inspector" className={css.inspector}>
      {articleId !== undefined && (
        <>
          <ArticleCard key={articleId} />
          <AnnotationList />
          <AnnotationCard act={act} />
        </>
      )}
    </aside>
  )
}
