import { useEffect, useState } from 'react'
import type { ChangedOutside as Change } from '#shared/ipc/versions.ts'
import { takeNewer } from '../../state/newer-version.ts'
import { changedOutside, putTextBack } from '../../state/versions.ts'
import css from './reader.module.css'

/** What can be done where an article's text is not the one that was imported. */
export function ChangedOutside({ articleId }: { readonly articleId: string }) {
  const [change, setChange] = useState<Change | null>(null)
  useEffect(() => {
    let isMeant = true
    void changedOutside(articleId).then((answer) => isMeant && setChange(answer))
    return () => {
      isMeant = false
    }
  }, [articleId])
  if (!change) return null
  return (
    <div className={css.choices}>
      {change.canPutBack && (
        <button type="button" onClick={() => void putTextBack(articleId)}>
          Put the old text back
        </button>
      )}
      {change.canTake && (
        <button type="button" onClick={() => void takeNewer(articleId, { kind: 'outside' })}>
          {change.canPutBack ? 'Take the new text as a newer version' : 'Take the new text as an article'}
        </button>
      )}
      {!change.canPutBack && (
        <p>There is no copy of the old text here. Annotations that were made on it stay in their file.</p>
      )}
    </div>
  )
}
