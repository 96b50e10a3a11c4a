import { useCallback, useMemo, useRef, useState } from 'react'
import { groupsByName, isTelling, type MentionGroup } from '#shared/domain/mention-groups.ts'
import type { SurveyRow } from '#shared/ipc/survey.ts'
import { linkRows, mentionsOf, registerAll, registeringSentence } from '../../state/actor-edits.ts'
import { useSurvey } from '../../state/actor-survey.ts'
import { useDesk } from '../../state/desk.ts'
import { ActorCombo } from '../../ui/actor-combo.tsx'
import { Listbox } from '../../ui/listbox.tsx'
import css from './actor-page.module.css'
import { RowList } from './row-list.tsx'
import { TickedRows } from './ticked-rows.tsx'
import { useFocusKept } from './view-focus.ts'

type Group = MentionGroup<SurveyRow>

const GROUP_ROW = 34

/** Mentions that mean nobody yet, by their words: one decision for all that say the same, or for all that are ticked. */
export function UnlinkedPage() {
  useFocusKept()
  const answer = useSurvey({ kind: 'mentions', actors: null })
  const groups = useMemo(() => groupsByName(answer?.rows ?? []), [answer])
  const [wanted, setWanted] = useState(0)
  const [focus, setFocus] = useState<object | null>(null)
  const { isTicked, tick, ticked } = useTicks(groups)
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
          <RegisterAll groups={ticked} onDone={() => setFocus({})} />
          <TickedRows
            height={Math.min(groups.length, 10) * GROUP_ROW + 2}
            onTick={(words = group.words) => tick(groups.find((one) => one.words === words) ?? group)}
          >
            <Listbox
              label="Mentions not linked yet"
              count={groups.length}
              selected={selected}
              rowHeight={GROUP_ROW}
              keyOf={(index) => (groups[index] as Group).words}
              rowAt={(index) => groupRow(groups[index] as Group, isTicked(groups[index] as Group))}
              onSelect={setWanted}
              onOpen={() => field.current?.focus()}
              focus={focus}
            />
          </TickedRows>
          <LinkGroup key={group.words} group={group} field={field} onLeave={() => setFocus({})} />
        </>
      )}
    </article>
  )
}

/** Names are ticked until they are told not to be, and other words when they are told to be. */
function useTicks(groups: readonly Group[]) {
  const united = useDesk(({ registry }) => registry.united)
  const [told, setTold] = useState<ReadonlyMap<string, boolean>>(new Map())
  const isTicked = useCallback(
    ({ words }: Group) => told.get(words) ?? isTelling(united, words),
    [told, united],
  )
  const ticked = useMemo(() => groups.filter(isTicked), [groups, isTicked])
  const tick = (group: Group) => setTold(new Map(told).set(group.words, !isTicked(group)))
  return { isTicked, tick, ticked }
}

type RegisterAllProps = { readonly groups: readonly Group[]; readonly onDone: () => void }

/** Says what registering all groups would mean, and does it. */
function RegisterAll({ groups, onDone }: RegisterAllProps) {
  const { access } = useDesk(({ registry }) => registry)
  const sentence = useMemo(() => registeringSentence(groups), [groups])
  return (
    <div className={css.preview}>
      <p id="registering" aria-live="polite">
        {groups.length > 0 ? sentence : 'Space ticks those that shall be new actors.'}
      </p>
      <button
        type="button"
        data-register-all
        aria-describedby="registering"
        className="primary"
        disabled={groups.length === 0 || access.kind === 'read'}
        onClick={() => void registerAll(groups).then(onDone)}
      >
        New actor for each <kbd>N</kbd>
      </button>
    </div>
  )
}

const groupRow = ({ words, mentions }: Group, isTicked: boolean) => ({
  name: words,
  description: mentionsOf(mentions.length),
  checked: isTicked,
  content: (
    <span className={css.group}>
      <span aria-hidden="true" data-tick={words}>
        {isTicked ? '☑' : '☐'}
      </span>
      <span className={css.groupWords}>{words}</span>
      <span className={css.quiet}>{mentions.length}</span>
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
  const rows = group.mentions
  return (
    <section aria-label={`Mentions by “${group.words}”`} className={css.part}>
      <h3>
        {mentionsOf(rows.length)} by “{group.words}”: who is meant?
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
          onPick={(choice) => void linkRows(rows, choice).then(onLeave)}
          onLeave={onLeave}
        />
      </div>
      <RowList label="Where they are" rows={rows} />
    </section>
  )
}
