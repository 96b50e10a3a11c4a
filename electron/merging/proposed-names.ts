import { namedAnnotator } from '#electron/brought/named-annotator.ts'
import { listAnnotators } from '#electron/library/catalogue.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { GOLD } from '#shared/domain/review.ts'
import type { ArticleThere } from './articles-there.ts'
import type { Colleague } from './colleague.ts'
import { type Common, MarksHeld } from './marks-held.ts'
import { annotatorsThere } from './merging.ts'

/** Whose workspace it is that is merged into. */
export type Mine = { readonly workspace: Workspace; readonly annotator: string }

/**
 * What each annotator there is called here. Who holds their marks here is them, whatever the name, so that the same work
 * merged again comes to the same people. All others keep their names, but for whoever has the name of the one who merges, in
 * a workspace that is no copy of this one: that is likely somebody else, and gets another name.
 */
export async function proposedNames(
  colleague: Colleague,
  articles: readonly ArticleThere[],
  { workspace, annotator }: Mine,
): Promise<ReadonlyMap<string, string>> {
  const there = await annotatorsThere(colleague)
  const held = await MarksHeld.in(colleague.workspace, workspace, articles)
  const found = foundHere(held.common)
  const isCopy = colleague.workspace.manifest.id === workspace.manifest.id
  const others = (await listAnnotators(workspace)).filter((name) => !held.hasMarkedNothing(name))
  const taken = new Set([...there, ...others, ...found.values(), annotator].map(folded))
  const given = new Set([...found.values()].map(folded))
  const proposed = new Map<string, string>()
  for (const name of there) {
    const isMine = folded(name) === folded(annotator) && !isCopy
    const own = await namedAnnotator(workspace, name)
    const isFit = own.ok && !isMine && !given.has(folded(name)) && !isLikeGold(own.value)
    const as = found.get(name) ?? (isFit ? own.value : freeName(name.normalize('NFC'), taken))
    given.add(folded(as))
    proposed.set(name, as)
  }
  return proposed
}

/** By the name there, who that is here: nobody twice, first those of one name, then those with the most in common. */
function foundHere(common: readonly Common[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const given = new Set<string>()
  const isSame = ({ there, here }: Common) => Number(there === here)
  for (const { there, here } of [...common].sort((a, b) => isSame(b) - isSame(a) || b.marks - a.marks)) {
    if (found.has(there) || given.has(here)) continue
    found.set(there, here)
    given.add(here)
  }
  return found
}

/** As systems that tell no case apart see it. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

/** Who is called nearly as what is settled together is somebody. */
const isLikeGold = (name: string): boolean => name !== GOLD && folded(name) === GOLD

function freeName(name: string, taken: Set<string>): string {
  for (let number = 2; ; number++) {
    const free = `${name} ${number}`
    if (taken.has(folded(free))) continue
    taken.add(folded(free))
    return free
  }
}
