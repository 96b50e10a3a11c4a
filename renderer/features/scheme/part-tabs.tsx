import { type KeyboardEvent, useRef } from 'react'
import { type ItemKind, itemsOf } from '#shared/domain/scheme-items.ts'
import { schemeOf, useDesk } from '../../state/desk.ts'
import css from './scheme.module.css'

export type SchemePart = ItemKind | 'actorTypes' | 'guidelines'

const PARTS = ['label', 'role', 'attribute', 'link', 'actorTypes', 'guidelines'] as const

const TITLES = {
  label: 'Labels',
  role: 'Roles',
  attribute: 'Attributes',
  link: 'Links',
  actorTypes: 'Actor types',
  guidelines: 'Guidelines',
} as const satisfies Record<SchemePart, string>

export const tabId = (part: SchemePart): string => `scheme-${part}`

type PartTabsProps = { readonly part: SchemePart; readonly onPart: (part: SchemePart) => void }

/** The parts of a scheme; the arrows go from one to the next. */
export function PartTabs({ part, onPart }: PartTabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const scheme = useDesk(schemeOf)
  const countOf = (one: SchemePart): number | null => {
    if (one === 'guidelines') return null
    return one === 'actorTypes' ? scheme.actorTypes.length : itemsOf(scheme, one).length
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = PARTS[(PARTS.indexOf(part) + by + PARTS.length) % PARTS.length] as SchemePart
    onPart(next)
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus()
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label="Parts of the scheme"
      aria-orientation="vertical"
      className={css.tabs}
      onKeyDown={onKeyDown}
    >
      {PARTS.map((one) => (
        <button
          key={one}
          id={tabId(one)}
          type="button"
          role="tab"
          aria-selected={one === part}
          tabIndex={one === part ? 0 : -1}
          className={css.tab}
          onClick={() => onPart(one)}
        >
          {TITLES[one]} <span className={css.count}>{countOf(one)}</span>
        </button>
      ))}
    </div>
  )
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }
