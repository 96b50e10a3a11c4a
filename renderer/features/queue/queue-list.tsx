import { shownLabel } from '#shared/domain/scheme.ts'
import type { SurveyRow } from '#shared/ipc/survey.ts'
import { schemeInUse } from '../../state/desk.ts'
import { chooseRow, keyOf, type QueueTab, useQueue } from '../../state/queue.ts'
import { openChosen } from '../../state/queue-work.ts'
import { keptRows } from '../../ui/kept-rows.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import { Listbox } from '../../ui/listbox.tsx'
import css from './queue-view.module.css'

const keptFirst = keptRows<SurveyRow>()
const keptOther = keptRows<SurveyRow>()

const NOTHING: { readonly [T in QueueTab]: string } = {
  unsure: 'Nothing in this workspace is marked unsure.',
  hints: 'The checks find nothing in this workspace.',
}

/** The rows article by article: the first of an article bears its title. */
export function QueueList({ focus }: { readonly focus: object }) {
  const tab = useQueue((state) => state.tab)
  const rows = useQueue((state) => state.rows)
  const total = useQueue((state) => state.total)
  const chosen = useQueue((state) => state.chosen)
  const isRead = useQueue(({ count }) => count !== null)
  const row = (index: number) => rows[index] as SurveyRow
  const rowAt = (index: number) => {
    const isFirst = rows[index - 1]?.articleId !== row(index).articleId
    return (isFirst ? keptFirst : keptOther)(row(index), () => rowOf(row(index), isFirst))
  }
  return (
    <>
      {isRead && rows.length === 0 && <p className={css.nothing}>{NOTHING[tab]}</p>}
      {total > rows.length && rows.length > 0 && (
        <p className={css.nothing}>
          These are the first {rows.length.toLocaleString('en')} of {total.toLocaleString('en')}.
        </p>
      )}
      <Listbox
        label="Queue"
        count={rows.length}
        selected={chosen}
        rowHeight={58}
        keyOf={(index) => keyOf(row(index))}
        rowAt={rowAt}
        onSelect={chooseRow}
        onOpen={openChosen}
        focus={focus}
      />
    </>
  )
}

function rowOf(row: SurveyRow, isFirst: boolean) {
  const { title, shape } = shownLabel(schemeInUse(), row.label)
  const quote = oneLine(row.quote)
  const remark = row.sentence ?? row.detail
  return {
    name: `${title}: ${quote}`,
    description: [remark, row.title].filter(Boolean).join(', '),
    content: (
      <div className={css.row} data-is-first={isFirst}>
        <span className={css.article}>{isFirst && row.title}</span>
        <span className={css.chip}>
          <LabelChip labelId={row.label} shape={shape} title={title} />
        </span>
        <span dir="auto" className={css.context}>
          <span className={css.before}>{row.before}</span>
          <b className={css.quote}>{quote}</b>
          <span className={css.after}>{row.after}</span>
        </span>
        <span className={css.remark}>{remark}</span>
      </div>
    ),
  }
}

const LONGEST = 200

function oneLine(words: string): string {
  const line = words.slice(0, LONGEST).replace(/\s+/gu, ' ').trim()
  return words.length > LONGEST ? `${line}…` : line
}
