import type { BroughtPreview } from '#shared/ipc/exchange.ts'
import { brought, changeBrought } from '../../state/brought.ts'
import { TickList } from './tick-list.tsx'

/** Whose annotations are taken, of those who made what the files hold. */
export function BroughtFrom({ annotators }: Pick<BroughtPreview, 'annotators'>) {
  const from = brought(({ choices }) => choices.from)
  return (
    <TickList
      legend="Whose annotations to take"
      all={annotators.map(({ name, annotations }) => ({
        id: name,
        content: `${name} · ${annotations.toLocaleString('en')}`,
      }))}
      chosen={from}
      onChoose={(chosen) => changeBrought({ from: chosen })}
    />
  )
}
