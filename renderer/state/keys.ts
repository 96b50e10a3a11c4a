import { type BoundCommand, type CommandId, commandsFor } from '#shared/commands.ts'
import type { Bindings } from '#shared/domain/accelerator.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { shownKeys, spokenKeys } from '#shared/shown-keys.ts'
import { type DeskState, desk, schemeOf, useDesk } from './desk.ts'

/** The commands with the keys that they have now. */
export type Bound = {
  readonly scheme: Scheme
  readonly bindings: Bindings
  readonly isMac: boolean
  readonly commands: readonly BoundCommand[]
  readonly byId: ReadonlyMap<string, BoundCommand>
  readonly byKeys: ReadonlyMap<string, BoundCommand>
}

/** Made anew only when one of what it is made of is another, since every key that is pressed asks for it. */
export function boundIn(state: Pick<DeskState, 'workspace' | 'preferences' | 'platform'>): Bound {
  const scheme = schemeOf(state)
  const bindings = state.preferences.keys
  const isMac = state.platform === 'darwin'
  const isStill = kept?.scheme === scheme && kept.bindings === bindings && kept.isMac === isMac
  if (!kept || !isStill) kept = bind(scheme, bindings, isMac)
  return kept
}
let kept: Bound | null = null

function bind(scheme: Scheme, bindings: Bindings, isMac: boolean): Bound {
  const commands = commandsFor(scheme, { isMac, bindings })
  const pairs = commands.flatMap((command) => command.keys.map((keys) => [keys, command] as const))
  return {
    scheme,
    bindings,
    isMac,
    commands,
    byId: new Map(commands.map((command) => [command.id, command])),
    // Backwards: where a file edited by hand gives two commands one key, the first of the list has it.
    byKeys: new Map(pairs.toReversed()),
  }
}

export const boundNow = (): Bound => boundIn(desk.getState())
export const useBound = (): Bound => useDesk(boundIn)

/** The keys of a command as they are shown and as a screen reader is told of them; empty when it has none. */
export type ShownKeys = { readonly shown: string; readonly spoken: string | undefined }

export function keysIn({ byId, isMac }: Bound, id: CommandId): ShownKeys {
  const keys = byId.get(id)?.keys[0]
  return keys === undefined
    ? { shown: '', spoken: undefined }
    : { shown: shownKeys(keys, isMac), spoken: spokenKeys(keys, isMac) }
}

export const useKeys = (id: CommandId): ShownKeys => keysIn(useBound(), id)

/** What a tooltip says of a command: “Export everything (Ctrl+E)”. */
export const withKeys = (words: string, { shown }: ShownKeys): string =>
  shown ? `${words} (${shown})` : words
