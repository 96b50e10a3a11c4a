import { useMemo, useRef, useState } from 'react'
import { nameFrom } from '#shared/domain/actor.ts'
import type { SurveyRow } from '#shared/ipc/survey.ts'
import { linkRows, mentionsOf } from '../../state/actor-edits.ts'
import { useSurvey } from '../../state/actor-survey.ts'
import { useDesk } from '../../state/desk.ts'
import { ActorCombo } from '../../ui/actor-combo.tsx'
import { Listbox } from '../../ui/listbox.tsx'
import css from './actor-page.module.css'
import { heightOf } from './mention-list.tsx'
import { MENTION_ROW, mentionRow } from './mention-row.tsx'
import { openRow } from './open-row.ts'

/** Mentions by the same words, which are likely to mean the same actor. */
type Group = { readonly words: string; readonly rows: readonly SurveyRow[] }

const GROUP_ROW = 34

/** Mentions that mean nobody yet, by their words: one decision for all that say the same. */
export function UnlinkedPage() {
  const answer = useSurvey({ kind: 'mentions', actors: null })
  const groups = useMemo(() => groupsOf(answer?.rows ?? []), [answer])
  const [wanted, setWanted] = useState(0)
  const [focus, setFocus] = useState<object | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const selected = Math.min(wanted, groups.length - 1)
  const group = groups[selected]
  if (!answer) return <p className={css.gone}>Looking through the articles…</p>
  return (
    <article data-actor-page className={css.page}>
      <h2 className={css.title}>Not linked yet</h2>
      {answer.total > answer.rows.length && (
        <p className={css.quiet}>
          The first {answer.rows.length.toLocaleString('en')} of {answer.total.toLocaleString('en')} mentions.
        </p>
      )}
      {!group && <p>Every mention is linked to an actor.</p>}
      {group && (
        <>
          <div className={css.rows} style={{ height: Math.min(groups.length, 10) * GROUP_ROW + 2 }}>
            <Listbox
              label="Mentions not linked yet"
              count={groups.length}
              selected={selected}
              rowHeight={GROUP_ROW}
              keyOf={(index) => (groups[index] as Group).words}
              rowAt={(index) => groupRow(groups[index] as Group)}
              onSelect={setWanted}
              onOpen={() => field.current?.focus()}
              focus={focus}
            />
          </div>
          <LinkGroup key={group.words} group={group} field={field} onLeave={() => setFocus({})} />
        </>
      )}
    </article>
  )
}

/** The most frequent first. Words that differ in their article alone are the same. */
function groupsOf(rows: readonly SurveyRow[]): readonly Group[] {
  const groups = new Map<string, SurveyRow[]>()
  for (const row of rows) {
    const key = nameFrom(row.quote).replace(/^the /i, '')
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return Array.from(groups.values(), (of) => ({
    words: nameFrom((of[0] as SurveyRow).quote),
    rows: of,
  })).sort((a, b) => b.rows.length - a.rows.length)
}

const groupRow = ({ words, rows }: Group) => ({
  name: words,
  description: mentionsOf(rows.length),
  content: (
    <span className={css.group}>
      <span className={css.groupWords}>{words}</span>
      <span className={css.quiet}>{rows.length}</span>
    </span>
  ),
})

type LinkGroupProps = {
  readonly group: Group
  readonly field: React.Ref<HTMLInputElement>
  readonly onLeave: () => void
}

function LinkGroup({ group, field, onLeave }: LinkGroupProps) {
  const { united, access } = useDesk(({ registry }) => registry)
  const recent = useDesk(({ recentActors }) => recentActors)
  const [selected, setSelected] = useState(0)
  const at = (index: number) => group.rows[index] as SurveyRow
  return (
    <section aria-label={`Mentions by “${group.words}”`} className={css.part}>
      <h3>
        {mentionsOf(group.rows.length)} by “{group.words}”: who is meant?
      </h3>
      <div className={css.add}>
        <ActorCombo
          ref={field}
          label="Actor of these mentions"
          placeholder="A new actor, or one that is known"
          united={united}
          words={group.words}
          recent={recent}
          canMake
          disabled={access.kind === 'read'}
          onPick={(choice) => void linkRows(group.rows, choice).then(onLeave)}
          onLeave={onLeave}
        />
      </div>
      <div className={css.rows} style={heightOf(group.rows.length)}>
        <Listbox
          label="Where they are"
          count={group.rows.length}
          selected={Math.min(selected, group.rows.length - 1)}
          rowHeight={MENTION_ROW}
          keyOf={(index) => `${at(index).articleId}-${at(index).id}`}
          rowAt={(index) => mentionRow(at(index), { isChosen: null })}
          onSelect={setSelected}
          onOpen={() => void openRow(at(selected))}
        />
      </div>
    </section>
  )
}
