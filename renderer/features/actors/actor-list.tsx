import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Actor } from '#shared/domain/actor.ts'
import type { SurveyCount } from '#shared/ipc/survey.ts'
import { newActorNamed } from '../../state/actor-edits.ts'
import { chooseEntry, countFor, listedActors, setActorsShown } from '../../state/actors-view.ts'
import { type ActorsEntry, useDesk } from '../../state/desk.ts'
import { Listbox } from '../../ui/listbox.tsx'
import css from './actor-list.module.css'

type Row = ActorsEntry & { readonly title: string; readonly actor: Actor | null }

/** All actors, or those that fit what is typed; before them what is left to do. */
export function ActorList({ count }: { readonly count: SurveyCount | null }) {
  const united = useDesk(({ registry }) => registry.united)
  const shown = useDesk(({ actorsShown }) => actorsShown)
  const actors = useMemo(() => listedActors(united, shown, count), [united, shown, count])
  const [focus, setFocus] = useState<object | null>(() => ({}))
  const rows = rowsOf(actors, count?.unlinked, united.contradictions.size)
  const at = (index: number) => rows[index] as Row
  return (
    <section aria-label="All actors" className={css.list}>
      <ActorFilter actors={actors} onDone={() => setFocus({})} />
      <Listbox
        label="Actors"
        count={rows.length}
        selected={rows.findIndex((row) => isSame(row, shown.chosen))}
        rowHeight={40}
        keyOf={(index) => keyOf(at(index))}
        rowAt={(index) => rowFor(at(index), count)}
        onSelect={(index) => chooseEntry(entryOf(at(index)))}
        onOpen={enterPage}
        focus={focus}
      />
    </section>
  )
}

function rowsOf(
  actors: readonly Actor[],
  unlinked: number | undefined,
  contradictions: number,
): readonly Row[] {
  const left = unlinked === undefined ? '…' : unlinked.toLocaleString('en')
  return [
    { kind: 'unlinked', title: `Not linked yet (${left})`, actor: null },
    { kind: 'contradictions', title: `Contradictions (${contradictions})`, actor: null },
    ...actors.map((actor): Row => ({ kind: 'actor', id: actor.id, title: actor.name, actor })),
  ]
}

const entryOf = (row: Row): ActorsEntry =>
  row.kind === 'actor' ? { kind: 'actor', id: row.id } : { kind: row.kind }

const keyOf = (row: ActorsEntry): string => (row.kind === 'actor' ? `actor-${row.id}` : row.kind)

const isSame = (row: Row, chosen: ActorsEntry | null): boolean =>
  chosen !== null && keyOf(row) === keyOf(chosen)

/** The first field of what is shown beside the list. */
function enterPage(): void {
  document.querySelector<HTMLElement>('[data-actor-page] :is(textarea, input, [role="listbox"])')?.focus()
}

function rowFor({ title, actor, kind }: Row, count: SurveyCount | null) {
  if (!actor) return { name: title, content: <span className={css[kind]}>{title}</span> }
  const { mentions, acts } = countFor(count, actor.id)
  const figures = count ? `${counted(mentions, 'mention')}, ${counted(acts, 'act')}` : ''
  return {
    name: title,
    description: [actor.type, figures].filter(Boolean).join(', '),
    data: { 'data-actor-id': actor.id } as const,
    content: (
      <span className={css.row}>
        <span className={css.name}>{title}</span>
        <span className={css.type}>{actor.type}</span>
        <span className={css.count} title={figures}>
          {count && `${mentions} · ${acts}`}
        </span>
      </span>
    ),
  }
}

type ActorFilterProps = { readonly actors: readonly Actor[]; readonly onDone: () => void }

function ActorFilter({ actors, onDone }: ActorFilterProps) {
  const { filter, sort } = useDesk(({ actorsShown }) => actorsShown)
  const field = useRef<HTMLInputElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !['Escape', 'Enter', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    if (event.key === 'Escape') setActorsShown({ filter: '' })
    else if (actors[0]) chooseEntry({ kind: 'actor', id: actors[0].id })
    onDone()
  }
  return (
    <div className={css.tools}>
      <input
        ref={field}
        type="search"
        aria-label="Filter actors"
        placeholder="Filter actors, or name a new one"
        data-actors-filter
        spellCheck={false}
        value={filter}
        onChange={({ target }) => setActorsShown({ filter: target.value })}
        onKeyDown={onKeyDown}
      />
      <select
        aria-label="Order of the actors"
        value={sort}
        onChange={({ target }) => setActorsShown({ sort: target.value === 'name' ? 'name' : 'mentions' })}
      >
        <option value="name">By name</option>
        <option value="mentions">By mentions</option>
      </select>
      <p aria-live="polite" className={css.total}>
        {actors.length === 1 ? '1 actor' : `${actors.length.toLocaleString('en')} actors`}
      </p>
      <NewActor name={filter.trim()} onUnnamed={() => field.current?.focus()} />
    </div>
  )
}

function NewActor({ name, onUnnamed }: { readonly name: string; readonly onUnnamed: () => void }) {
  const canEdit = useDesk(({ registry }) => registry.access.kind === 'write')
  return (
    <button
      type="button"
      disabled={!canEdit}
      onClick={() => (name === '' ? onUnnamed() : newActorNamed(name))}
    >
      {name === '' ? 'New actor…' : `New actor “${name}”`}
    </button>
  )
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
