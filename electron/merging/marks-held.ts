import { listAnnotators, markSignsOn, type Shelf, shelfOf } from '#electron/library/catalogue.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { GOLD } from '#shared/domain/review.ts'
import type { ArticleThere } from './articles-there.ts'
import { annotatorsThere } from './merging.ts'
import { isTooLarge } from './too-large.ts'

/** How many marks two people have in common, one there and one here. */
export type Common = { readonly there: string; readonly here: string; readonly marks: number }

/**
 * Who holds whose marks, there and here, in the articles that both sides have. A mark is the same where its id is and the
 * moment at which it was made: what two people imported from one file has the same ids only.
 */
export class MarksHeld {
  readonly #there = new Map<string, number>()
  readonly #here = new Map<string, number>()
  /** By the name there, then by the name here. */
  readonly #common = new Map<string, Map<string, number>>()
  /** Those here who have opened an article that is not among these. */
  readonly #elsewhere = new Set<string>()

  static async in(theirs: Workspace, ours: Workspace, articles: readonly ArticleThere[]): Promise<MarksHeld> {
    const held = new MarksHeld()
    const there = await shelvesOf(theirs, await annotatorsThere({ workspace: theirs }))
    const here = await shelvesOf(ours, await listAnnotators(ours))
    const shared = articles.filter(({ isHere }) => isHere)
    const files = new Set(shared.map(({ idHere }) => `${idHere}.json`))
    for (const shelf of here)
      if ([...shelf.files].some((file) => !BESIDES.has(file) && !files.has(file)))
        held.#elsewhere.add(shelf.annotator)
    for (const { id, idHere } of shared)
      await held.#add(await marksOf(ours, here, idHere), await marksOf(theirs, there, id))
    return held
  }

  /** Those of whom one side’s marks are, for the most part, the other’s. */
  get common(): readonly Common[] {
    return [...this.#common].flatMap(([there, counts]) =>
      [...counts].flatMap(([here, marks]) =>
        2 * marks >= Math.min(this.#there.get(there) ?? 0, this.#here.get(here) ?? 0)
          ? [{ there, here, marks }]
          : [],
      ),
    )
  }

  /** True for somebody here who has marked nothing at all. */
  hasMarkedNothing(here: string): boolean {
    return !this.#elsewhere.has(here) && (this.#here.get(here) ?? 0) === 0
  }

  #add(here: MarksOf, there: MarksOf): void {
    const holders = new Map<string, string[]>()
    for (const [name, signs] of here) {
      this.#here.set(name, (this.#here.get(name) ?? 0) + signs.length)
      for (const sign of signs) holders.set(sign, [...(holders.get(sign) ?? []), name])
    }
    for (const [name, signs] of there) {
      this.#there.set(name, (this.#there.get(name) ?? 0) + signs.length)
      const counts = this.#common.get(name) ?? new Map<string, number>()
      this.#common.set(name, counts)
      for (const holder of signs.flatMap((sign) => holders.get(sign) ?? []))
        counts.set(holder, (counts.get(holder) ?? 0) + 1)
    }
  }
}

const BESIDES = new Set(['actors.json', 'cleaning.json'])

/** By annotator, what tells the marks in one article from others. */
type MarksOf = ReadonlyMap<string, readonly string[]>

/** What is settled together is nobody’s own. */
const shelvesOf = (workspace: Workspace, names: readonly string[]): Promise<readonly Shelf[]> =>
  Promise.all(names.filter((name) => name !== GOLD).map((name) => shelfOf(workspace, name)))

async function marksOf(workspace: Workspace, shelves: readonly Shelf[], id: string): Promise<MarksOf> {
  const found = new Map<string, readonly string[]>()
  for (const { annotator, files } of shelves) {
    if (!files.has(`${id}.json`)) continue
    if (await isTooLarge(workspace.root, `annotators/${annotator}/${id}.json`)) continue
    found.set(annotator, await markSignsOn(workspace, annotator, id))
  }
  return found
}
