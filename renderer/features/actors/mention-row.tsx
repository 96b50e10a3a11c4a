import type { SurveyRow } from '#shared/ipc/survey.ts'
import type { ListboxRow } from '../../ui/listbox.tsx'
import css from './mention-row.module.css'

export const MENTION_ROW = 46

export type MentionRowLook = {
  /** Null where rows cannot be chosen one by one. */
  readonly isChosen: boolean | null
  /** What stands before the words: a role. */
  readonly lead?: string
}

/** A mark in the midst of its line, and where that is. */
export function mentionRow(row: SurveyRow, { isChosen, lead }: MentionRowLook): ListboxRow {
  const { quote, before, after, title } = row
  const said = [lead, isChosen === true && 'chosen', title].filter(Boolean).join(', ')
  return {
    name: quote,
    description: said,
    data: { 'data-annotation-id': row.id },
    content: (
      <span className={css.row}>
        {isChosen !== null && (
          <span aria-hidden="true" data-tick={row.id} className={css.tick}>
            {isChosen ? '☑' : '☐'}
          </span>
        )}
        <span className={css.context}>
          {lead && <span className={css.lead}>{lead}</span>}
          {tailOf(before)}
          <mark className={css.quote}>{quote}</mark>
          {after}
        </span>
        <span className={css.title}>{title}</span>
      </span>
    ),
  }
}

const BEFORE = 40

/** So much that the words themselves are in sight. */
const tailOf = (before: string): string => (before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before)
