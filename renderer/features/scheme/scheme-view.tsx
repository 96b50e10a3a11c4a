import { useState } from 'react'
import type { Access } from '#shared/domain/access.ts'
import { schemeOf, useDesk } from '../../state/desk.ts'
import { commitScheme, exportScheme, importScheme } from '../../state/scheme-editing.ts'
import { TextField } from '../../ui/text-field.tsx'
import { ActorTypes } from './actor-types.tsx'
import { GuidelinesPart } from './guidelines-part.tsx'
import { ItemsPart } from './items-part.tsx'
import { PartTabs, type SchemePart, tabId } from './part-tabs.tsx'
import css from './scheme.module.css'
import { UnknownUses } from './unknown-uses.tsx'
import { useSchemeUses } from './use-scheme-uses.ts'

const UNKNOWN: Access = { kind: 'read', sentence: 'No workspace is open.' }

/** The workspace's scheme, each part of it to be changed in place; what is changed is in force everywhere at once. */
export function SchemeView() {
  const [part, setPart] = useState<SchemePart>('label')
  const [isFresh, setIsFresh] = useState(true)
  const access = useDesk(({ workspace }) => workspace?.access ?? UNKNOWN)
  const uses = useSchemeUses()
  const isReadOnly = access.kind === 'read'
  return (
    <div className={css.view}>
      <SchemeHeader isReadOnly={isReadOnly} onLeave={() => document.getElementById(tabId(part))?.focus()} />
      {access.kind === 'read' && <p className={css.notice}>{access.sentence}</p>}
      {!isReadOnly && <UnknownUses uses={uses} />}
      <div className={css.parts}>
        <PartTabs
          part={part}
          onPart={(next) => {
            setPart(next)
            setIsFresh(false)
          }}
        />
        <div role="tabpanel" aria-labelledby={tabId(part)} className={css.panel}>
          <Part key={part} part={part} isReadOnly={isReadOnly} uses={uses} isFresh={isFresh} />
        </div>
      </div>
    </div>
  )
}

type PartProps = {
  readonly part: SchemePart
  readonly isReadOnly: boolean
  readonly uses: ReturnType<typeof useSchemeUses>
  readonly isFresh: boolean
}

function Part({ part, isReadOnly, uses, isFresh }: PartProps) {
  if (part === 'actorTypes') return <ActorTypes isReadOnly={isReadOnly} />
  if (part === 'guidelines') return <GuidelinesPart isReadOnly={isReadOnly} />
  return <ItemsPart kind={part} isReadOnly={isReadOnly} uses={uses} isFresh={isFresh} />
}

type SchemeHeaderProps = { readonly isReadOnly: boolean; readonly onLeave: () => void }

function SchemeHeader({ isReadOnly, onLeave }: SchemeHeaderProps) {
  const scheme = useDesk(schemeOf)
  const [problem, setProblem] = useState<string | null>(null)
  const rename = (title: string, typing: string) => {
    const named = title.trim()
    const after = { ...scheme, title: named }
    if (named) commitScheme({ ok: true, value: after }, { name: 'Rename the scheme', typing })
    setProblem(named ? null : 'A scheme needs a title.')
  }
  return (
    <header className={css.header}>
      <div className={css.schemeTitle}>
        <TextField
          label="Title of the scheme"
          value={scheme.title}
          disabled={isReadOnly}
          problem={problem}
          rows={1}
          maxLength={200}
          isOneLine
          onChange={rename}
          onLeave={onLeave}
        />
      </div>
      <button type="button" disabled={isReadOnly} onClick={() => void importScheme()}>
        Import a scheme…
      </button>
      <button type="button" onClick={() => void exportScheme()}>
        Export this scheme…
      </button>
    </header>
  )
}
