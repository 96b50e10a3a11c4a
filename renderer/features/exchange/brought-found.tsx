import { useEffect, useRef } from 'react'
import type { BroughtPreview } from '#shared/ipc/exchange.ts'
import { brought, changeBrought, readBroughtAs, takeBrought } from '../../state/brought.ts'
import { exporting, readExportChoices } from '../../state/exporting.ts'
import css from './brought.module.css'
import { BroughtArticles } from './brought-articles.tsx'
import { BroughtAs } from './brought-as.tsx'
import { BroughtFrom } from './brought-from.tsx'
import { BroughtLabels } from './brought-labels.tsx'
import { RefusedRecords } from './brought-refused.tsx'
import view from './exchange.module.css'
import { takeIfAble } from './take-if-able.ts'
import { takingFault, takingWords } from './taking-words.ts'
import { usePlainKey } from './use-plain-key.ts'

type FoundProps = { readonly found: BroughtPreview }

/** What was found in the files, what shall become of it, and the button that does it. */
export function BroughtFound({ found }: FoundProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  usePlainKey('t', takeIfAble)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same files can be chosen once more
  useEffect(() => heading.current?.focus(), [found])
  return (
    <div className={css.found}>
      <div className={css.head}>
        <h2 ref={heading} tabIndex={-1} dir="auto">
          {found.name}
        </h2>
        <FormatChoice found={found} />
      </div>
      <div className={css.columns}>
        <div className={css.column}>
          <BroughtArticles articles={found.articles} tellsWhose={found.annotators.length > 1} />
          <Texts found={found} />
          <Refused found={found} />
        </div>
        <div className={css.column}>
          {found.labels.length > 0 && <BroughtLabels labels={found.labels} />}
          {found.annotators.length > 1 && <BroughtFrom annotators={found.annotators} />}
          {found.articles.length > 0 && <BroughtAs annotators={found.annotators} />}
        </div>
      </div>
      <Take found={found} />
    </div>
  )
}

/** In the order of likelihood, as the reader of the files has it. */
function FormatChoice({ found: { format, candidates } }: FoundProps) {
  const formats = exporting(({ choices }) => choices?.formats)
  useEffect(() => {
    if (!formats) void readExportChoices()
  }, [formats])
  const titleOf = (id: string) => formats?.find((one) => one.id === id)?.title ?? id
  const all = candidates.includes(format) ? candidates : [format, ...candidates]
  return (
    <label className={css.inline}>
      <span>Read as</span>
      <select value={format} onChange={({ target }) => void readBroughtAs(target.value)}>
        {all.map((id) => (
          <option key={id} value={id}>
            {titleOf(id)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Texts({ found }: FoundProps) {
  const takesTexts = brought(({ choices }) => choices.takesTexts)
  const count = found.articles.filter(({ match }) => match === 'new').length
  if (count === 0) return null
  return (
    <label className={view.check}>
      <input
        type="checkbox"
        checked={takesTexts}
        onChange={({ target }) => changeBrought({ takesTexts: target.checked })}
      />
      <span>
        Take {count === 1 ? 'the text' : `${count.toLocaleString('en')} texts`} that no article here has as{' '}
        {count === 1 ? 'a new article' : 'new articles'}
      </span>
    </label>
  )
}

function Refused({ found }: FoundProps) {
  const isPartial = brought(({ choices }) => choices.isPartial)
  if (found.refused.length === 0) return null
  const records = <RefusedRecords refused={found.refused} />
  if (found.articles.length === 0) return records
  return (
    <>
      {records}
      <label className={view.check}>
        <input
          type="checkbox"
          checked={isPartial}
          onChange={({ target }) => changeBrought({ isPartial: target.checked })}
        />
        <span>Take the good ones without these</span>
      </label>
    </>
  )
}

function Take({ found }: FoundProps) {
  const choices = brought((state) => state.choices)
  const isBusy = brought(({ work }) => work !== null)
  const fault = takingFault(found, choices)
  return (
    <div className={css.take}>
      <button
        type="button"
        className="primary"
        aria-keyshortcuts="T"
        disabled={fault !== null}
        aria-disabled={isBusy}
        onClick={() => void takeBrought()}
      >
        {takingWords(found, choices)} <kbd>T</kbd>
      </button>
      {fault !== null && <span className={view.quiet}>{fault}</span>}
    </div>
  )
}
