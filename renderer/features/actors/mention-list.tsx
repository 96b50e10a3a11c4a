import { useState } from 'react'
import type { Actor } from '#shared/domain/actor.ts'
import type { SurveyAnswer, SurveyRow } from '#shared/ipc/survey.ts'
import { mentionsOf, moveRows } from '../../state/actor-edits.ts'
import { useDesk } from '../../state/desk.ts'
import { ActorCombo } from '../../ui/actor-combo.tsx'
import { Listbox } from '../../ui/listbox.tsx'
import css from './actor-page.module.css'
import { MENTION_ROW, mentionRow } from './mention-row.tsx'
import { openRow } from './open-row.ts'
import { TickedRows } from './ticked-rows.tsx'
import { toActorList } from './view-focus.ts'

export type MentionListProps = {
  readonly actor: Actor
  readonly answer: SurveyAnswer | null
  readonly canEdit: boolean
}

const nothing: ReadonlySet<string> = new Set()

/** All mentions of an actor; Space chooses those that mean somebody else. */
export function MentionList({ actor, answer, canEdit }: MentionListProps) {
  const [selected, setSelected] = useState(0)
  const [chosen, setChosen] = useState(nothing)
  const rows = answer?.rows ?? []
  const at = (index: number) => rows[index] as SurveyRow
  const onTick = (id = rows[Math.min(selected, rows.length - 1)]?.id) => {
    if (id !== undefined && canEdit) setChosen(toggled(chosen, id))
  }
  return (
    <section aria-label="Mentions" className={css.part}>
      <h3>
        Mentions{answer && ` (${answer.total.toLocaleString('en')})`}{' '}
        {rows.length > 0 && <span className={css.quiet}>Enter opens the article, Space chooses</span>}
      </h3>
      {rows.length > 0 && (
        <TickedRows {...heightOf(rows.length)} onTick={onTick}>
          <Listbox
            label="Mentions"
            count={rows.length}
            selected={Math.min(selected, rows.length - 1)}
            rowHeight={MENTION_ROW}
            keyOf={(index) => `${at(index).articleId}-${at(index).id}`}
            rowAt={(index) => mentionRow(at(index), { isChosen: chosen.has(at(index).id) })}
            onSelect={setSelected}
            onOpen={() => void openRow(at(selected))}
          />
        </TickedRows>
      )}
      {chosen.size > 0 && (
        <MoveForm actor={actor} rows={rows} chosen={chosen} onDone={() => setChosen(nothing)} />
      )}
    </section>
  )
}

export const heightOf = (rows: number) => ({ height: Math.min(rows, 8) * MENTION_ROW + 2 })

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(chosen)
  if (!after.delete(id)) after.add(id)
  return after
}

type MoveFormProps = {
  readonly actor: Actor
  readonly rows: readonly SurveyRow[]
  readonly chosen: ReadonlySet<string>
  readonly onDone: () => void
}

function MoveForm({ actor, rows, chosen, onDone }: MoveFormProps) {
  const united = useDesk(({ registry }) => registry.united)
  const recent = useDesk(({ recentActors }) => recentActors)
  const moved = rows.filter(({ id }) => chosen.has(id))
  const left = rows.filter(({ id }) => !chosen.has(id))
  return (
    <div className={css.preview}>
      <p aria-live="polite">{mentionsOf(moved.length)} chosen: who is meant?</p>
      <div className={css.add}>
        <ActorCombo
          label="Actor of the chosen mentions"
          placeholder="A new actor, or another one"
          united={united}
          words={moved[0]?.quote ?? ''}
          recent={recent}
          canMake
          without={[actor.id]}
          disabled={false}
          onPick={(choice) =>
            void moveRows(actor.id, moved, left, choice).then((isDone) => isDone && onDone())
          }
          onLeave={toActorList}
        />
      </div>
    </div>
  )
}
