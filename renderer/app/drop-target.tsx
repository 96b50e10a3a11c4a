import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { bringText } from '../state/bringing.ts'
import { importDropped } from '../state/workspace.ts'
import css from './app.module.css'

type DropTargetProps = { readonly isActive: boolean; readonly children: ReactNode }

type Carried = 'files' | 'words'

const SENTENCES: { readonly [C in Carried]: string } = {
  files: 'Drop to bring this in',
  words: 'Drop to make an article of these words',
}

/** Files and folders dropped anywhere on the window are brought in, by what they are; words become an article. */
export function DropTarget({ isActive, children }: DropTargetProps) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const isOwn = useOwnDrag()
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setCarried(isActive && !isOwn.current ? carriedBy(event.dataTransfer) : null)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setCarried(null)
    if (isActive && !isOwn.current) take(event.dataTransfer)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; Import… is the one with keys
    <div className={css.app} onDragOver={onDragOver} onDragLeave={() => setCarried(null)} onDrop={onDrop}>
      {children}
      {carried && <div className={css.drop}>{SENTENCES[carried]}</div>}
    </div>
  )
}

function carriedBy({ types }: DataTransfer): Carried | null {
  if (types.includes('Files')) return 'files'
  return types.includes('text/html') || types.includes('text/plain') ? 'words' : null
}

function take(transfer: DataTransfer): void {
  const files = [...transfer.files]
  if (files.length > 0) return void importDropped(files)
  const [html, text] = [transfer.getData('text/html'), transfer.getData('text/plain')]
  if (html || text) void bringText({ html: html || null, text })
}

/** What is dragged within the desk, a mention say, is no article. */
function useOwnDrag() {
  const isOwn = useRef(false)
  useEffect(() => {
    const begin = () => {
      isOwn.current = true
    }
    const end = () => {
      isOwn.current = false
    }
    window.addEventListener('dragstart', begin)
    window.addEventListener('dragend', end)
    return () => {
      window.removeEventListener('dragstart', begin)
      window.removeEventListener('dragend', end)
    }
  }, [])
  return isOwn
}
