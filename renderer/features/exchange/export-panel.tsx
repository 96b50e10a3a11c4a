import { useEffect } from 'react'
import { counted } from '#shared/domain/counted.ts'
import type { ExportPreview } from '#shared/ipc/exchange.ts'
import { useDesk } from '../../state/desk.ts'
import { exporting, previewShown, previewSoon, readExportChoices, runExport } from '../../state/exporting.ts'
import css from './exchange.module.css'
import { ExportActions } from './export-actions.tsx'
import { ExportSample } from './export-sample.tsx'
import { FormatList } from './format-list.tsx'
import { FormatOptions } from './format-options.tsx'
import { LossReport } from './loss-report.tsx'
import { PresetRow } from './preset-row.tsx'
import { sizeWords } from './size-words.ts'
import { usePlainKey } from './use-plain-key.ts'
import { WhatToExport } from './what-to-export.tsx'

/** What goes out: chosen on one side, and what that comes to on the other. */
export function ExportPanel() {
  useChoices()
  usePlainKey('e', onExportKey)
  const isKnown = exporting(({ choices }) => choices !== null)
  const problem = exporting((state) => state.problem)
  if (problem !== null) return <p className={css.nothing}>{problem}</p>
  if (!isKnown) return <p className={css.nothing}>Looking what there is to export…</p>
  return (
    <div className={css.panel}>
      <div className={css.choices}>
        <PresetRow />
        <FormatList />
        <FormatOptions />
        <WhatToExport />
      </div>
      <Result />
      <ExportActions />
    </div>
  )
}

/** Whatever is done or undone meanwhile is exported as well. */
function useChoices(): void {
  const workspaceId = useDesk(({ workspace }) => workspace?.id)
  const history = useDesk((state) => state.history)
  const count = useDesk(({ articles }) => articles.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another workspace has other choices
  useEffect(() => void readExportChoices(), [workspaceId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what these have changed is asked about anew
  useEffect(() => previewSoon(), [history, count])
}

const onExportKey = (): void => void runExport()

function Result() {
  const previewed = exporting(({ preview }) => preview)
  const isAsking = exporting((state) => state.isAsking)
  const isOfFormat = exporting(({ preview, settings }) => preview?.format === settings.format)
  const preview = exporting(previewShown)
  return (
    <section aria-label="What is exported" className={css.result} aria-busy={isAsking}>
      <p aria-live="polite" className={css.summary}>
        {preview ? summaryOf(preview) : 'Looking what this comes to…'}
        {preview && isAsking && <span className={css.anew}> · being looked at anew…</span>}
      </p>
      {previewed && isOfFormat && !previewed.result.ok && (
        <p role="alert" className={css.problem}>
          {previewed.result.problem.sentence}
        </p>
      )}
      <LossReport preview={preview} />
      {preview && <ExportSample key={previewed?.format} sample={preview.sample} />}
    </section>
  )
}

const summaryOf = ({ articles, annotations, bytes }: ExportPreview): string =>
  articles === 0
    ? 'No article is chosen, so there is nothing to export.'
    : `${counted(articles, 'article')} · ${counted(annotations, 'annotation')} · ${sizeWords(bytes)}`
