import type { ReactNode } from 'react'
import type { Attribute, Label, LinkKind, Role } from '#shared/domain/scheme.ts'
import { moveItem } from '#shared/domain/scheme-edits.ts'
import { type ItemKind, itemsOf, NOUN, type SchemeItems } from '#shared/domain/scheme-items.ts'
import type { SchemeUse } from '#shared/domain/scheme-uses.ts'
import { schemeInUse, schemeOf, showSheet, useDesk } from '../../state/desk.ts'
import { commitScheme } from '../../state/scheme-editing.ts'
import type { MigrationStart } from '../../state/sheet.ts'
import { AttributeSettings } from './attribute-settings.tsx'
import { LabelSettings } from './label-settings.tsx'
import { LinkSettings } from './link-settings.tsx'
import { RoleSettings } from './role-settings.tsx'
import css from './scheme.module.css'
import { TextSetting } from './settings.tsx'

export type ItemDetailProps<K extends ItemKind = ItemKind> = {
  readonly kind: K
  readonly item: SchemeItems[K]
  readonly isReadOnly: boolean
  readonly uses: readonly SchemeUse[]
  /** The fields are left for the list. */
  readonly onLeave: () => void
}

/** All that an item says of itself, each of it changed in place, and what becomes of it as a whole. */
export function ItemDetail(props: ItemDetailProps) {
  const { kind, item, isReadOnly, onLeave } = props
  return (
    <section aria-label={`${item.title}, ${NOUN[kind]}`} className={css.detail}>
      <div className={css.detailHead}>
        <TextSetting {...{ kind, item, isReadOnly, onLeave }} field="title" label="Title" isOneLine />
        <ItemOrder kind={kind} item={item} isReadOnly={isReadOnly} />
      </div>
      {SETTINGS[kind](props)}
      <ItemFate kind={kind} item={item} isReadOnly={isReadOnly} />
    </section>
  )
}

const SETTINGS: { readonly [K in ItemKind]: (props: ItemDetailProps) => ReactNode } = {
  label: (props) => <LabelSettings {...props} kind="label" item={props.item as Label} />,
  role: (props) => <RoleSettings {...props} kind="role" item={props.item as Role} />,
  attribute: (props) => <AttributeSettings {...props} kind="attribute" item={props.item as Attribute} />,
  link: (props) => <LinkSettings {...props} kind="link" item={props.item as LinkKind} />,
}

type ItemProps = Pick<ItemDetailProps, 'kind' | 'item' | 'isReadOnly'>

function ItemOrder({ kind, item, isReadOnly }: ItemProps) {
  const ids = useDesk((state) => itemsOf(schemeOf(state), kind)).map(({ id }) => id)
  const index = ids.indexOf(item.id)
  const move = (by: 1 | -1) => () => {
    const value = moveItem(schemeInUse(), kind, item.id, by)
    commitScheme({ ok: true, value }, { name: `Move the ${NOUN[kind]} “${item.title}”` })
  }
  return (
    <div className={css.buttons}>
      <button type="button" aria-label="Move up" disabled={isReadOnly || index === 0} onClick={move(-1)}>
        ↑
      </button>
      <button
        type="button"
        aria-label="Move down"
        disabled={isReadOnly || index === ids.length - 1}
        onClick={move(1)}
      >
        ↓
      </button>
    </div>
  )
}

/** What annotations have to follow is asked for in a sheet, which shows what it means. */
function ItemFate({ kind, item, isReadOnly }: ItemProps) {
  const hasOthers = useDesk((state) => itemsOf(schemeOf(state), kind).length > 1)
  const start = (wish: MigrationStart['wish']) => () =>
    showSheet({ kind: 'migration', start: { kind, attribute: null, from: item.id, wish } })
  return (
    <footer className={css.fate}>
      <p>
        Id in files: <code>{item.id}</code>
      </p>
      <div className={css.buttons}>
        <button type="button" disabled={isReadOnly} onClick={start('rename')}>
          Change the id…
        </button>
        <button type="button" disabled={isReadOnly || !hasOthers} onClick={start('merge')}>
          Merge into another…
        </button>
        <button
          type="button"
          disabled={isReadOnly || (kind === 'label' && !hasOthers)}
          onClick={start('remove')}
        >
          Remove…
        </button>
      </div>
    </footer>
  )
}
