import { WrongUse } from './command.ts'

/** What labels of files are here, out of `PER=actor,ORG=`: nothing behind the sign leaves the label out. @throws {WrongUse} */
export function labelsFrom(said: string): Readonly<Record<string, string | null>> {
  const pairs = said.split(',').filter((pair) => pair.trim() !== '')
  return Object.fromEntries(pairs.map(pairFrom))
}

function pairFrom(pair: string): readonly [string, string | null] {
  const at = pair.lastIndexOf('=')
  const label = pair.slice(0, at).trim()
  if (at < 0 || label === '') throw new WrongUse(`--map is PER=actor,ORG= and the like, not “${pair.trim()}”`)
  return [label, pair.slice(at + 1).trim() || null]
}
