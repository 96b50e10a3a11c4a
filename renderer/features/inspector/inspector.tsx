import type { ReactNode } from 'react'
import { useDesk } from '../../state/desk.ts'
import { AnnotationCard } from './annotation-card.tsx'
import { AnnotationList } from './annotation-list.tsx'
import { ArticleCard } from './article-card.tsx'
import css from './inspector.module.css'
import { RemarksBesides } from './remarks-besides.tsx'

/**
 * What is known of the open article and of the annotations in it, and `children` below, which is never scrolled away. `act`: see `AnnotationCard`.
 */
export function Inspector({ act, children }: { readonly act: ReactNode; readonly children?: ReactNode }) {
  const articleId = useDesk(({ open }) => open?.article.id)
  return (
    <aside aria-label="Inspector" className={css.inspector}>
      {articleId !== undefined && (
        <>
          <div className={css.scroller}>
            <ArticleCard key={articleId} />
            <RemarksBesides />
            <AnnotationList />
            <AnnotationCard act={act} />
          </div>
          {children}
        </>
      )}
    </aside>
  )
}
