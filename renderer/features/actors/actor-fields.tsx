import { useState } from 'react'
import { rename, setActorField } from '../../state/actor-edits.ts'
import { useDesk } from '../../state/desk.ts'
import { setActorType } from '../../state/linking.ts'
import { TextField } from '../../ui/text-field.tsx'
import { TypeSelect } from '../../ui/type-select.tsx'
import css from './actor-page.module.css'
import type { ActorPartProps } from './actor-part.ts'
import { toActorList } from './view-focus.ts'

/** What an actor has one of: its name, what it is, where it belongs, its ids elsewhere, a note. */
export function ActorFields({ actor, canEdit }: ActorPartProps) {
  const types = useDesk(({ workspace }) => workspace?.scheme.actorTypes) ?? []
  const common = { disabled: !canEdit, maxLength: 1_000, onLeave: toActorList }
  const { id } = actor
  return (
    <section aria-label="Fields" className={css.fields}>
      <div className={css.name}>
        <TextField
          {...common}
          label="Name"
          isOneLine
          rows={1}
          value={actor.name}
          onChange={(name, typing) => rename(id, name, typing)}
        />
      </div>
      <div className={css.field}>
        <span aria-hidden="true">Type</span>
        <TypeSelect
          label="Type"
          types={types}
          value={actor.type}
          disabled={!canEdit}
          onChange={(type) => setActorType(id, type)}
        />
      </div>
      <TextField
        {...common}
        label="Country"
        isOneLine
        rows={1}
        value={actor.country ?? ''}
        onChange={(country, typing) => setActorField(id, 'country', country, typing)}
      />
      {AUTHORITIES.map(({ authority, ...about }) => (
        <IdField
          key={authority}
          {...about}
          value={actor.externalIds[authority] ?? ''}
          canEdit={canEdit}
          onChange={(value, typing) => setActorField(id, `externalIds.${authority}`, value, typing)}
        />
      ))}
      <div className={css.wide}>
        <TextField
          {...common}
          label="Note"
          maxLength={100_000}
          value={actor.note}
          onChange={(note, typing) => setActorField(id, 'note', note, typing)}
        />
      </div>
    </section>
  )
}

type Authority = {
  readonly label: string
  readonly pattern: RegExp
  readonly problem: string
}

const AUTHORITIES: readonly (Authority & { readonly authority: string })[] = [
  {
    authority: 'wikidata',
    label: 'Wikidata id',
    pattern: /^Q[1-9]\d*$/,
    problem: 'A Wikidata id is Q and a number, such as Q1065.',
  },
  {
    authority: 'iso',
    label: 'ISO 3166 code',
    pattern: /^[A-Z]{2,3}$|^[A-Z]{2}-[A-Z\d]{1,3}$/,
    problem: 'An ISO 3166 code is two or three capitals, such as DK or DNK.',
  },
]

type IdFieldProps = Authority & {
  readonly value: string
  readonly canEdit: boolean
  readonly onChange: (value: string, typing: string) => void
}

/** A field that takes what has the form of an id, or nothing; until then it says what is missing. */
function IdField({ label, pattern, problem, value, canEdit, onChange }: IdFieldProps) {
  const [isWrong, setIsWrong] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is wrong is said while the field in it has the focus
    <div onBlur={() => setIsWrong(false)}>
      <TextField
        label={label}
        isOneLine
        rows={1}
        value={value}
        disabled={!canEdit}
        maxLength={40}
        onChange={(typed, typing) => {
          const id = typed.trim()
          const isRight = id === '' || pattern.test(id)
          setIsWrong(!isRight)
          if (isRight) onChange(id, typing)
        }}
        onLeave={toActorList}
      />
      <p aria-live="polite" className={css.problem}>
        {isWrong && problem}
      </p>
    </div>
  )
}
