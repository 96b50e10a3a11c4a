import { type ReactNode, useState } from 'react'
import type { ExportPreview } from '#shared/ipc/exchange.ts'
import { exporting, formatChosen } from '../../state/exporting.ts'
import { Tabs } from '../../ui/tabs.tsx'
import view from './exchange.module.css'
import css from './export-sample.module.css'

/** The first article as it will be written: a piece of each of its files, of those with annotations first. */
export function ExportSample({ sample }: Pick<ExportPreview, 'sample'>) {
  const ending = exporting((state) => formatChosen(state)?.ending)
  const own = sample.findIndex(({ path }) => path.endsWith(`.${ending}`))
  const [shown, setShown] = useState(Math.max(0, own))
  const at = shown < sample.length ? shown : 0
  const file = sample[at]
  const isUnreadable = sample.every(({ text }) => text === null)
  return (
    <section aria-label="Preview" className={css.preview}>
      <h2>How it looks</h2>
      {!file && <p className={view.quiet}>There is nothing to show.</p>}
      {file && isUnreadable && <p className={view.quiet}>It is not made of text.</p>}
      {file && !isUnreadable && (
        <div className={css.files}>
          <Chosen sample={sample} at={at} onShow={setShown}>
            <FileText key={file.path} {...file} />
          </Chosen>
        </div>
      )}
    </section>
  )
}

type ChosenProps = Pick<ExportPreview, 'sample'> & {
  readonly at: number
  readonly onShow: (at: number) => void
  readonly children: ReactNode
}

/** One file of several; where there is but one, nothing is to be chosen. */
function Chosen({ sample, at, onShow, children }: ChosenProps) {
  if (sample.length === 1) return children
  return (
    <Tabs
      name="Files"
      tabs={sample.map(({ path }, index) => ({ id: String(index), title: nameOf(path) }))}
      shown={String(at)}
      onShow={(tab) => onShow(Number(tab))}
    >
      {children}
    </Tabs>
  )
}

/** A format that is one file leaves its name to whoever exports. */
const nameOf = (path: string): string => path || 'the file'

function FileText({ path, text }: ExportPreview['sample'][number]) {
  if (text === null)
    return <p className={css.noText}>This file is not made of text, so there is nothing to read here.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it
    <section tabIndex={0} aria-label={`A piece of ${nameOf(path)}`} className={css.text}>
      {text}
    </section>
  )
}
