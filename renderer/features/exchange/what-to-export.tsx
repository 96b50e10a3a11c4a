import { counted } from '#shared/domain/counted.ts'
import { STATUSES } from '#shared/domain/record.ts'
import { GOLD } from '#shared/domain/review.ts'
import { schemeOf, useDesk } from '../../state/desk.ts'
import { changeExport, chooseScope, type ExportScope, exporting } from '../../state/exporting.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import css from './exchange.module.css'
import { TickList } from './tick-list.tsx'

const isMixed = (names: readonly string[]): boolean => names.includes(GOLD) && names.length > 1

const NO_NAMES: readonly string[] = []
const ANY_STATUS = STATUSES.map((id) => ({ id, content: id }))

/** Which articles, whose annotations, and what of them. */
export function WhatToExport() {
  const { statuses, annotators, labels } = exporting(({ settings }) => settings)
  const names = exporting(({ choices }) => choices?.annotators) ?? NO_NAMES
  const scheme = useDesk(schemeOf)
  return (
    <>
      <Articles />
      <TickList
        legend="Articles’ status"
        all={ANY_STATUS}
        chosen={statuses}
        onChoose={(chosen) => changeExport({ statuses: chosen })}
      />
      {names.length > 0 && (
        <TickList
          legend="Annotators"
          all={names.map((id) => ({ id, content: id }))}
          chosen={annotators}
          onChoose={(chosen) => changeExport({ annotators: chosen })}
        />
      )}
      {isMixed(annotators ?? names) && (
        <p className={css.quiet}>
          Gold is exported beside the marks that it was settled from: what it took is in it twice or more.
          Tick gold alone, or everybody else.
        </p>
      )}
      <TickList
        legend="Labels"
        all={scheme.labels.map(({ id, shape, title }) => ({
          id,
          content: <LabelChip labelId={id} shape={shape} title={title} />,
        }))}
        chosen={labels}
        onChoose={(chosen) => changeExport({ labels: chosen })}
      />
      <OfEach />
    </>
  )
}

function Articles() {
  const scope = exporting((state) => state.scope)
  const kept = exporting(({ settings }) => settings.articles?.length)
  const all = useDesk(({ articles }) => articles.length)
  const shown = useDesk((state) => state.shown.length)
  const title = useDesk(({ open, articles }) => open && (articles.get(open.article.id)?.title ?? ''))
  const ways: readonly (readonly [ExportScope, string])[] = [
    ['all', `All · ${all.toLocaleString('en')}`],
    ['shown', `Those that the list shows · ${shown.toLocaleString('en')}`],
    ...(title === null ? [] : [['open', `This article: ${title}`] as const]),
    ...(kept === undefined ? [] : [['kept', `Those of the preset · ${counted(kept, 'article')}`] as const]),
  ]
  return (
    <fieldset className={css.part}>
      <legend>Articles</legend>
      {ways.map(([way, words]) => (
        <label key={way} className={css.check}>
          <input type="radio" name="articles" checked={way === scope} onChange={() => chooseScope(way)} />
          <span dir="auto">{words}</span>
        </label>
      ))}
    </fieldset>
  )
}

function OfEach() {
  const { text, isSureOnly } = exporting(({ settings }) => settings)
  return (
    <fieldset className={css.part}>
      <legend>Text and marks</legend>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={text === 'main'}
          onChange={({ target }) => changeExport({ text: target.checked ? 'main' : 'full' })}
        />
        <span>The main text alone, without boilerplate</span>
      </label>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={isSureOnly}
          onChange={({ target }) => changeExport({ isSureOnly: target.checked })}
        />
        <span>Sure marks only</span>
      </label>
    </fieldset>
  )
}
