import { EditorContent } from '@tiptap/react'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type ArticleInLines, desk, useDesk } from '../../state/desk.ts'
import { type ArticleEditor, createArticleEditor } from './article-editor.ts'
import { keepFolded } from './boilerplate.ts'
import { ActLines } from './cards/act-lines.ts'
import { keepFilledByPress } from './cards/fill-by-press.ts'
import { Margin } from './cards/margin.tsx'
import { ChangedOutside } from './changed-outside.tsx'
import { PrintedArticle } from './marked-text/printed-article.tsx'
import { Minimap } from './minimap/minimap.tsx'
import { OthersHere } from './others/others-here.tsx'
import { OthersLine } from './others/others-line.tsx'
import { keepPainted } from './painter.ts'
import { keepPointedOut } from './pointed-out.ts'
import { keepPlace } from './reading-place.ts'
import { SelectedVoice } from './stack/selected-voice.tsx'
import { StackStrip } from './stack/stack-strip.tsx'
import { WaitingLine } from './waiting-line.tsx'
import './editor.css'
import '../../ui/marks.css'
import './others/others.css'
import css from './reader.module.css'

/** The article that is open, or a sentence that says why there is none. */
export function Reader() {
  const articleId = useDesk(({ open }) => open?.article.id)
  const preparing = useDesk((state) => state.preparing)
  const unopened = useDesk((state) => state.unopened)
  const isEmpty = useDesk(({ articles }) => articles.length === 0)
  const main = useRef<HTMLElement>(null)
  useMargin(main)
  return (
    <main ref={main} aria-label="Reader" className={css.reader}>
      <WaitingLine />
      <OthersLine />
      {/* By its key the one that is being prepared stays what it is when it is opened. */}
      {[desk.getState().open, preparing].map(
        (source) =>
          source && <ArticleView key={source.article.id} source={source} isOpen={source !== preparing} />,
      )}
      {unopened && (
        <div className={css.message}>
          <p>{unopened.sentence}</p>
          <ChangedOutside key={unopened.articleId} articleId={unopened.articleId} />
        </div>
      )}
      {articleId === undefined && !unopened && (
        <p className={css.message}>
          {isEmpty
            ? 'There are no articles here yet. Drop files of articles on this window – texts, web pages, mails, documents, PDFs, tables – or import them with the button on the left.'
            : 'Choose an article on the left.'}
        </p>
      )}
    </main>
  )
}

const LEAST_REM = 46
/** What stands beside the text where cards do; and how many of its own letters' heights the text keeps for itself. */
const BESIDE_REM = 18
const LEAST_EM = 19

/** There are cards beside the text where both have room: also with large letters the text is not squeezed. */
function useMargin(main: RefObject<HTMLElement | null>): void {
  const textSize = useDesk(({ preferences }) => preferences.textSize)
  useLayoutEffect(() => {
    const element = main.current as HTMLElement
    const look = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const width = element.clientWidth
      const hasMargin = width >= LEAST_REM * rem && width - BESIDE_REM * rem >= LEAST_EM * textSize
      if (hasMargin !== desk.getState().hasMargin) desk.setState({ hasMargin })
    }
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [main, textSize])
}

type ArticleViewProps = { readonly source: ArticleInLines; readonly isOpen: boolean }

/** The text of an article, and all that is done in it once it is open: until then it is laid out, and not to be seen. */
function ArticleView({ source, isOpen }: ArticleViewProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [article] = useState(() => createArticleEditor(source))
  const [lines] = useState(() => new ActLines(article))
  const hasMargin = useDesk((state) => state.hasMargin)
  const textSize = useDesk(({ preferences }) => preferences.textSize)
  useEffect(() => () => article.editor.destroy(), [article])
  return (
    <>
      <div className={isOpen ? css.frame : `${css.frame} ${css.preparing}`}>
        <div ref={scroller} className={css.scroller}>
          <EditorContent editor={article.editor} className={css.page} style={{ fontSize: textSize }} />
          {hasMargin && <Margin lines={lines} />}
        </div>
        {isOpen && <Minimap article={article} scroller={scroller} />}
      </div>
      {isOpen && <Work article={article} scroller={scroller} lines={lines} />}
    </>
  )
}

type WorkProps = {
  readonly article: ArticleEditor
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly lines: ActLines
}

function Work({ article, scroller, lines }: WorkProps) {
  useEffect(() => {
    const element = scroller.current as HTMLDivElement
    // First, so that what is to be revealed is unfolded when the painter scrolls there.
    const stopFolding = keepFolded(article, element)
    const stopPointing = keepPointedOut(article)
    const stopPainting = keepPainted({ article, scroller: element, lines })
    const stopFilling = keepFilledByPress(article)
    const stopPlacing = keepPlace(article, element)
    return () => {
      stopPlacing()
      stopFilling()
      stopPainting()
      stopPointing()
      stopFolding()
    }
  }, [article, scroller, lines])
  useEffect(() => {
    const focusText = () => article.editor.view.focus()
    if (document.activeElement === document.body) focusText()
    return desk.subscribe(({ focus }, before) => {
      if (focus && focus !== before.focus && focus.pane === 'reader') focusText()
    })
  }, [article])
  return (
    <>
      <StackStrip scroller={scroller} />
      <OthersHere scroller={scroller} />
      <SelectedVoice />
      <PrintedArticle />
    </>
  )
}
