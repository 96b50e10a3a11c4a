import { useEffect, useRef } from 'react'
import type { MergePreview } from '#shared/ipc/merging.ts'
import { merging, takeMerge } from '../../../state/merging.ts'
import { annotatorNow } from '../../../state/team.ts'
import css from './merge.module.css'
import { foundWords, mergeFault } from './merge-words.ts'
import { MergedAnnotators } from './merged-annotators.tsx'
import { NotMerged } from './not-merged.tsx'

/** What a colleague's work would bring, who gets which name here, and the button that merges it. */
export function MergeFound({ found }: { readonly found: MergePreview }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same work can be chosen once more
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'start' })
  }, [found])
  return (
    <section aria-labelledby="merge-found" className={css.found}>
      <h3 ref={heading} id="merge-found" tabIndex={-1} dir="auto">
        {found.name}
      </h3>
      <p>{foundWords(found)}</p>
      {found.annotators.length > 0 && <MergedAnnotators annotators={found.annotators} />}
      <MyName found={found} />
      <TheirScheme lines={found.scheme} />
      <NotMerged refused={found.refused} />
      <Merge found={found} />
    </section>
  )
}

/** A colleague of the same name is taken for somebody else, unless the workspace is a copy of this one. */
function MyName({ found: { annotators } }: { readonly found: MergePreview }) {
  const me = annotatorNow()
  const mine = annotators.find(({ name }) => name === me)
  if (!mine) return null
  return (
    <p>
      {mine.as === me
        ? `“${me}” is you: what you marked there becomes part of what you marked here.`
        : `“${me}” is your name, too. If you marked that yourself, write “${me}” as the name here; otherwise keep “${mine.as}”.`}
    </p>
  )
}

function TheirScheme({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-label="Scheme" className={css.part}>
      <h4>Their scheme</h4>
      <ul>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Merge({ found }: { readonly found: MergePreview }) {
  const names = merging((state) => state.names)
  const isBusy = merging(({ work }) => work !== null)
  const fault = mergeFault(found, names)
  return (
    <div className={css.take}>
      <button
        type="button"
        className="primary"
        disabled={fault !== null}
        aria-disabled={isBusy}
        onClick={() => void takeMerge()}
      >
        Merge
      </button>
      <span className={css.quiet}>{fault ?? 'One step that Undo takes back; new articles stay.'}</span>
    </div>
  )
}
