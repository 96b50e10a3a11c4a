import type { BoundCommand } from '#shared/commands.ts'
import { shownKeys } from '#shared/shown-keys.ts'

/**
 * True for a command whose name or section has all the words that are typed, or of whose keys the typed is the
 * beginning. One character alone is a key.
 */
export function fitsKeys({ title, menu, keys }: BoundCommand, typed: string, isMac: boolean): boolean {
  const wanted = typed.trim().toLowerCase()
  const shown = keys.map((key) => shownKeys(key, isMac).toLowerCase())
  if (wanted.length === 1) return shown.includes(wanted)
  const name = `${title} ${menu}`.toLowerCase()
  return (
    wanted.split(/\s+/u).every((word) => name.includes(word)) || shown.some((keys) => keys.startsWith(wanted))
  )
}
