import { useState } from 'react'
import type { ExportPreview } from '#shared/ipc/exchange.ts'
import { Tabs } from '../../ui/tabs.tsx'
import view from './exchange.module.css'
import css from './export-sample.module.css'

/** The first article as it will be written: the beginning of each of its files. */
export function ExportSample({ sample }: Pick<ExportPreview, 'sample'>) {
  const [shown, setShown] = useState(0)
  const file = sample[shown] ?? sample[0]
  const at = file ? sample.indexOf(file) : 0
  return (
    <section aria-label="Preview" className={css.preview}>
      <h2>How it begins</h2>
      {file ? (
        <div className={css.files}>
          <Tabs
            name="Files"
            tabs={sample.map(({ path }, index) => ({ id: String(index), title: nameOf(path) }))}
            shown={String(at)}
            onShow={(tab) => setShown(Number(tab))}
          >
            <FileText key={file.path} path={file.path} text={file.text} />
          </Tabs>
        </div>
      ) : (
        <p className={view.quiet}>There is nothing to show.</p>
      )}
    </section>
  )
}

/** A format that is one file leaves its name to whoever exports. */
const nameOf = (path: string): string => path || 'the file'

function FileText({ path, text }: ExportPreview['sample'][number]) {
  if (text === null)
    return <p className={css.noText}>This file is not made of text, so there is nothing to read here.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it
    <section tabIndex={0} aria-label={`Beginning of ${nameOf(path)}`} className={css.text}>
      {text}
    </section>
  )
}
