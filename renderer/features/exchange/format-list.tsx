import { useEffect, useRef } from 'react'
import type { Format } from '#shared/format/interchange/format.ts'
import { chooseFormat, exporting } from '../../state/exporting.ts'
import view from './exchange.module.css'
import { groupedFormats } from './format-groups.ts'
import css from './format-list.module.css'
import { isInTabs } from './in-tabs.ts'

/** Every format, the chosen one with what it is for: one choice, through which the arrow keys go. */
export function FormatList() {
  const formats = exporting(({ choices }) => choices?.formats) ?? []
  const chosen = exporting(({ settings }) => settings.format)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isInTabs()) return
    list.current?.querySelector<HTMLInputElement>(':checked')?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={view.part}>
      <h2 id="formats">Format</h2>
      <div ref={list} role="radiogroup" aria-labelledby="formats" className={css.formats}>
        {groupedFormats(formats).map(({ title, formats: members }) => (
          <div key={title}>
            <h3 className={css.groupTitle}>{title}</h3>
            {members.map((format) => (
              <FormatRow key={format.id} format={format} isChosen={format.id === chosen} />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

function FormatRow({ format, isChosen }: { readonly format: Format; readonly isChosen: boolean }) {
  const { id, title, summary } = format
  const describedBy = `format-${id}-for`
  return (
    <label className={css.format} title={summary}>
      <input
        type="radio"
        name="format"
        value={id}
        aria-label={title}
        aria-describedby={isChosen ? describedBy : undefined}
        checked={isChosen}
        onChange={() => chooseFormat(id)}
      />
      <span className={css.formatTitle}>{title}</span>
      {isChosen && (
        <span id={describedBy} className={css.summary}>
          {summary}
        </span>
      )}
    </label>
  )
}
