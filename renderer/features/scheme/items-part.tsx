import { useEffect, useState } from 'react'
import type { Label } from '#shared/domain/scheme.ts'
import { addItem } from '#shared/domain/scheme-edits.ts'
import { type ItemKind, itemsOf, NOUN, type SchemeItems } from '#shared/domain/scheme-items.ts'
import { countOf, type SchemeUse } from '#shared/domain/scheme-uses.ts'
import { schemeInUse, schemeOf, useDesk } from '../../state/desk.ts'
import { commitScheme } from '../../state/scheme-editing.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import { Listbox } from '../../ui/listbox.tsx'
import { ItemDetail } from './item-detail.tsx'
import { NewWord } from './new-word.tsx'
import css from './scheme.module.css'

type ItemsPartProps = {
  readonly kind: ItemKind
  readonly isReadOnly: boolean
  readonly uses: readonly SchemeUse[]
  /** The view has just been opened, and the list takes the focus. */
  readonly isFresh: boolean
}

const LISTS = { label: 'Labels', role: 'Roles', attribute: 'Attributes', link: 'Kinds of link' } as const

/** The items of one kind to choose from, and beside them all that the chosen one says of itself. */
export function ItemsPart({ kind, isReadOnly, uses, isFresh }: ItemsPartProps) {
  const items = useDesk((state) => itemsOf(schemeOf(state), kind))
  const { labels } = useDesk(schemeOf)
  const [chosen, setChosen] = useState<string | null>(null)
  const [focus, setFocus] = useState<object | null>(() => (isFresh ? {} : null))
  const isCovered = useDesk(({ sheet }) => sheet !== null)
  useEffect(() => {
    // What had the focus may have gone with what the sheet was about.
    if (!isCovered && document.activeElement === document.body) setFocus({})
  }, [isCovered])
  const index = Math.max(
    0,
    items.findIndex(({ id }) => id === chosen),
  )
  const item = items[index]
  const at = (i: number) => items[i] as SchemeItems[ItemKind]
  const add = (title: string): string | null => {
    const added = addItem(schemeInUse(), kind, title)
    if (!added.ok) return added.problem.sentence
    const { scheme, id } = added.value
    setChosen(id)
    return commitScheme({ ok: true, value: scheme }, { name: `Add the ${NOUN[kind]} “${title.trim()}”` })
  }
  return (
    <div className={css.items}>
      <div className={css.list}>
        <div className={css.frame}>
          <Listbox
            label={LISTS[kind]}
            count={items.length}
            selected={items.length > 0 ? index : -1}
            rowHeight={38}
            keyOf={(i) => at(i).id}
            rowAt={(i) => rowOf(kind, at(i), { uses, labels })}
            onSelect={(i) => setChosen(at(i).id)}
            focus={focus}
          />
        </div>
        <NewWord noun={NOUN[kind]} disabled={isReadOnly} onAdd={add} />
      </div>
      {item && (
        <ItemDetail
          key={item.id}
          kind={kind}
          item={item}
          isReadOnly={isReadOnly}
          uses={uses}
          onLeave={() => setFocus({})}
        />
      )}
    </div>
  )
}

type RowParts = { readonly uses: readonly SchemeUse[]; readonly labels: readonly Label[] }

function rowOf(kind: ItemKind, item: SchemeItems[ItemKind], { uses, labels }: RowParts) {
  const { own, others } = countOf(uses, { kind, attribute: null, id: item.id })
  const count = own + others
  const on = 'on' in item ? labels.filter(({ id }) => item.on.includes(id)) : []
  const remarks = [
    on.length > 0 && `on ${on.map(({ title }) => title).join(', ')}`,
    count > 0 && `${count} ${count === 1 ? 'annotation' : 'annotations'}`,
  ].filter(Boolean)
  return {
    name: item.title,
    ...(remarks.length > 0 ? { description: remarks.join(', ') } : {}),
    content: (
      <div className={css.row}>
        <span className={css.rowTitle}>
          {'shape' in item ? (
            <LabelChip labelId={item.id} shape={item.shape} title={item.title} />
          ) : (
            item.title
          )}
          {on.length > 0 && <small className={css.on}> {on.map(({ title }) => title).join(', ')}</small>}
        </span>
        {'key' in item && item.key && <kbd>{item.key}</kbd>}
        <span className={css.count}>{count > 0 && count}</span>
      </div>
    ),
  }
}
