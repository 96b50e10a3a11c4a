import { type RefObject, useEffect, useRef } from 'react'
import type { ArticleEditor } from '../article-editor.ts'
import { keepInSight } from './keep-in-sight.ts'
import { keepMapped } from './keep-mapped.ts'
import css from './minimap.module.css'

export type MinimapProps = {
  readonly article: ArticleEditor
  readonly scroller: RefObject<HTMLElement | null>
}

/** Where marks and found words lie in the whole article. Hidden from screen readers: the list of annotations is the same. */
export function Minimap({ article, scroller }: MinimapProps) {
  const gutter = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const sight = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const elements = {
      scroller: scroller.current as HTMLElement,
      gutter: gutter.current as HTMLElement,
      canvas: canvas.current as HTMLCanvasElement,
      sight: sight.current as HTMLElement,
    }
    const stopMapping = keepMapped(article, elements)
    const stopShowing = keepInSight(article, elements)
    return () => {
      stopMapping()
      stopShowing()
    }
  }, [article, scroller])
  return (
    <div ref={gutter} aria-hidden="true" className={css.gutter}>
      <canvas ref={canvas} className={css.canvas} />
      <div ref={sight} className={css.sight} />
    </div>
  )
}
