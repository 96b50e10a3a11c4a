import path from 'node:path'

/** Where the pages of the app come from: the only origin there is. */
export const ORIGIN = 'app://renderer'

// Plain names alone: what is encoded, dotted or starts with a dot is not ours, so nothing is left to decode or resolve.
const PATHNAME = /^(?:\/[\w-]+)*\/[\w-]+(?:\.[\w-]+)+$/

/** The file under `root` that an address of ours names; null for every other address. */
export function rendererFile(root: string, address: string): string | null {
  const prefix = `${ORIGIN}/`
  if (!address.startsWith(prefix)) return null
  const pathname = address.slice(ORIGIN.length).replace(/[?#].*$/s, '')
  return PATHNAME.test(pathname) ? path.join(root, ...pathname.split('/')) : null
}
