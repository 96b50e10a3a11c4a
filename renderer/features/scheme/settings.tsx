import { type ReactNode, useState } from 'react'
import type { Scheme } from '#shared/domain/scheme.ts'
import { changeItem, type ItemChange } from '#shared/domain/scheme-edits.ts'
import { type ItemKind, itemOf, NOUN, type SchemeItems } from '#shared/domain/scheme-items.ts'
import { commandKeyFault } from '#shared/scheme-keys.ts'
import { schemeInUse, schemeOf, useDesk } from '../../state/desk.ts'
import { boundNow } from '../../state/keys.ts'
import { commitScheme } from '../../state/scheme-editing.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import { TextField } from '../../ui/text-field.tsx'
import css from './scheme.module.css'

export type SettingProps<K extends ItemKind> = {
  readonly kind: K
  readonly item: SchemeItems[K]
  readonly isReadOnly: boolean
  readonly onLeave: () => void
}

type OfItem<K extends ItemKind> = { readonly kind: K; readonly id: string }

/** Changes what an item says of itself; answers with why it cannot be. */
export function setItem<K extends ItemKind>(
  { kind, id }: OfItem<K>,
  change: ItemChange<K>,
  typing?: string,
): string | null {
  const scheme = schemeInUse()
  const title = itemOf(scheme, kind, id)?.title
  const named = { name: `Change the ${NOUN[kind]} “${title}”`, ...(typing ? { typing } : {}) }
  return commitScheme(changeItem(scheme, kind, id, change), named)
}

type TextSettingProps<K extends ItemKind> = SettingProps<K> & {
  readonly field: keyof SchemeItems[K] & string
  readonly label: string
  readonly rows?: number
  readonly isOneLine?: boolean
}

/** A setting in words; those of one line without the space around them. */
export function TextSetting<K extends ItemKind>(props: TextSettingProps<K>) {
  const { kind, item, field, label, rows = 1, isOneLine = false, isReadOnly, onLeave } = props
  const [problem, setProblem] = useState<string | null>(null)
  const put = (text: string, typing: string) => {
    const change = { [field]: isOneLine ? text.trim() : text } as unknown as ItemChange<K>
    setProblem(setItem({ kind, id: item.id }, change, typing))
  }
  return (
    <TextField
      label={label}
      value={item[field] as string}
      disabled={isReadOnly}
      problem={problem}
      rows={rows}
      maxLength={isOneLine ? 200 : 100_000}
      isOneLine={isOneLine}
      onChange={put}
      onLeave={onLeave}
    />
  )
}

type Keyed = Extract<ItemKind, 'label' | 'attribute' | 'link'>

/** One character; what is typed over it takes its place. A capital is meant whichever way a letter is typed. */
export function KeySetting<K extends Keyed>({ kind, item, isReadOnly, onLeave }: SettingProps<K>) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const standing = useDesk((state) => keyProblem(schemeOf(state), item.key))
  const put = (text: string, typing: string) => {
    const key = (Array.from(text.trim()).at(-1) ?? '').toUpperCase()
    const fault = keyProblem(schemeInUse(), key)
    setRefusal(fault ?? setItem({ kind, id: item.id }, { key } as ItemChange<K>, typing))
  }
  return (
    <div className={css.key}>
      <TextField
        ref={selectWhole}
        label="Key"
        value={item.key}
        disabled={isReadOnly}
        problem={refusal ?? standing}
        rows={1}
        maxLength={8}
        isOneLine
        onChange={put}
        onLeave={onLeave}
      />
    </div>
  )
}

/** So that the next character is the key in the place of the one before. */
function selectWhole(field: HTMLTextAreaElement | null): void {
  if (!field) return
  const select = () => field.select()
  field.onfocus = select
  field.onkeyup = select
}

const keyProblem = (scheme: Scheme, key: string): string | null =>
  key ? commandKeyFault(scheme, key, boundNow()) : null

type CheckSettingProps = {
  readonly isOn: boolean
  readonly isReadOnly: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
}

export const CheckSetting = ({ isOn, isReadOnly, onToggle, children }: CheckSettingProps) => (
  <label className={css.check}>
    <input type="checkbox" checked={isOn} disabled={isReadOnly} onChange={onToggle} /> <span>{children}</span>
  </label>
)

type WithLabels = Extract<ItemKind, 'role' | 'attribute' | 'link'>

/** Which labels' annotations can have the item. */
export function OnLabels<K extends WithLabels>({ kind, item, isReadOnly }: SettingProps<K>) {
  const labels = useDesk((state) => schemeOf(state).labels)
  const [problem, setProblem] = useState<string | null>(null)
  const toggle = (label: string) => () => {
    const wanted = labels.map(({ id }) => id).filter((id) => item.on.includes(id) !== (id === label))
    setProblem(setItem({ kind, id: item.id }, { on: wanted } as unknown as ItemChange<K>))
  }
  return (
    <fieldset className={css.group}>
      <legend>On</legend>
      {labels.map(({ id, title, shape }) => (
        <CheckSetting key={id} isOn={item.on.includes(id)} isReadOnly={isReadOnly} onToggle={toggle(id)}>
          <LabelChip labelId={id} shape={shape} title={title} />
        </CheckSetting>
      ))}
      {problem !== null && (
        <small role="alert" className={css.problem}>
          {problem}
        </small>
      )}
    </fieldset>
  )
}
