import { useState } from 'react'
import type { SurveyRow } from '#shared/ipc/survey.ts'
import { Listbox } from '../../ui/listbox.tsx'
import css from './actor-page.module.css'
import { heightOf } from './mention-list.tsx'
import { MENTION_ROW, mentionRow } from './mention-row.tsx'
import { openRow } from './open-row.ts'

type RowListProps = { readonly label: string; readonly rows: readonly SurveyRow[] }

/** Marks in their context, to walk and to open. */
export function RowList({ label, rows }: RowListProps) {
  const [selected, setSelected] = useState(0)
  const at = (index: number) => rows[index] as SurveyRow
  return (
    <div className={css.rows} style={heightOf(rows.length)}>
      <Listbox
        label={label}
        count={rows.length}
        selected={Math.min(selected, rows.length - 1)}
        rowHeight={MENTION_ROW}
        keyOf={(index) => `${at(index).articleId}-${at(index).id}`}
        rowAt={(index) => mentionRow(at(index), { isChosen: null })}
        onSelect={setSelected}
        onOpen={() => void openRow(at(selected))}
      />
    </div>
  )
}
