import { articleIds, readArticle } from '#electron/library/articles.ts'
import { mapAtOnce } from '#electron/library/at-once.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Breath } from '#electron/survey/breath.ts'
import {
  BANDS,
  estimatedLikeness,
  isAlike,
  LEAST_ESTIMATE,
  type Likeness,
  likenessOf,
  pairsInBand,
  type Signature,
  shinglesOf,
  signatureOf,
} from '#shared/domain/near-duplicates.ts'
import { type AlikePair, MOST_PAIRS } from '#shared/ipc/alike.ts'
import { keepSignatures, readSignatures } from './kept-signatures.ts'

export type AlikeFound = Omit<AlikePair, 'isDifferent'>

type Candidate = { readonly a: string; readonly b: string; readonly estimate: number }
type Shingles = ReadonlySet<number>

const AT_ONCE = 8
/** Of how many articles the shingles are at hand while pairs are counted. */
const MOST_AT_HAND = 64

/**
 * Articles of a workspace that are nearly the same. Each is read once, and once more where it is like another; everything
 * else goes on meanwhile. Articles that cannot be read are like none: opening them says why.
 */
export class Alike {
  readonly #workspace: Workspace
  #signatures: Map<string, Signature> | null = null
  /** By both ids; texts never change. */
  readonly #counted = new Map<string, Likeness | null>()
  readonly #atHand = new Map<string, Shingles>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** The likest first. Throws system errors. */
  find(): Promise<readonly AlikeFound[]> {
    const found = this.#turn.then(() => this.#find(new Breath()))
    this.#turn = found.catch(() => undefined)
    return found
  }

  async #find(breath: Breath): Promise<readonly AlikeFound[]> {
    const signatures = await this.#upToDate(breath)
    const found: AlikeFound[] = []
    for (const { a, b } of await candidates(signatures, breath)) {
      await breath.ifDue()
      const likeness = await this.#likeness(a, b)
      if (likeness) found.push({ a, b, ...likeness })
    }
    this.#atHand.clear()
    return found.sort((x, y) => y.jaccard - x.jaccard || y.contained - x.contained)
  }

  async #upToDate(breath: Breath): Promise<ReadonlyMap<string, Signature>> {
    const before = this.#signatures ?? (await readSignatures(this.#workspace, breath))
    const looked = await mapAtOnce(await articleIds(this.#workspace), AT_ONCE, async (id) => {
      await breath.ifDue()
      return [id, before.get(id) ?? (await this.#signature(id))] as const
    })
    const after = new Map(looked.flatMap(([id, signature]) => (signature ? [[id, signature] as const] : [])))
    this.#signatures = after
    if (after.size !== before.size || [...after.keys()].some((id) => !before.has(id)))
      await keepSignatures(this.#workspace, after)
    return after
  }

  async #signature(id: string): Promise<Signature | null> {
    const shingles = await this.#read(id)
    return shingles && signatureOf(shingles)
  }

  async #read(id: string): Promise<Shingles | null> {
    const read = await readArticle(this.#workspace, id)
    return read.ok ? shinglesOf(read.value.text, read.value.article.boilerplate) : null
  }

  /** Null where they are not alike, as it turns out. */
  async #likeness(a: string, b: string): Promise<Likeness | null> {
    const key = `${a} ${b}`
    const known = this.#counted.get(key)
    if (known !== undefined) return known
    const [one, other] = [await this.#shingles(a), await this.#shingles(b)]
    const likeness = one && other && likenessOf(one, other)
    const counted = likeness && isAlike(likeness, Math.min(one.size, other.size)) ? likeness : null
    this.#counted.set(key, counted)
    return counted
  }

  async #shingles(id: string): Promise<Shingles | null> {
    const shingles = this.#atHand.get(id) ?? (await this.#read(id))
    if (!shingles) return null
    if (this.#atHand.size >= MOST_AT_HAND) this.#atHand.clear()
    this.#atHand.set(id, shingles)
    return shingles
  }
}

/** Pairs to be counted, the likest by their estimate where there are many. */
async function candidates(
  signatures: ReadonlyMap<string, Signature>,
  breath: Breath,
): Promise<readonly Candidate[]> {
  const entries = [...signatures].filter(([, signature]) => !isOfNothing(signature))
  const all = entries.map(([, signature]) => signature)
  const found = new Map<number, Candidate>()
  for (let band = 0; band < BANDS; band++) {
    await breath.ifDue()
    for (const [i, j] of pairsInBand(all, band)) {
      const key = i * all.length + j
      if (!found.has(key)) found.set(key, candidate(entries, i, j))
    }
  }
  return [...found.values()]
    .filter(({ estimate }) => estimate >= LEAST_ESTIMATE)
    .sort((x, y) => y.estimate - x.estimate)
    .slice(0, MOST_PAIRS)
    .sort((x, y) => (x.a < y.a ? -1 : 1))
}

type Entry = readonly [string, Signature]

function candidate(entries: readonly Entry[], i: number, j: number): Candidate {
  const [[a, one], [b, other]] = [entries[i] as Entry, entries[j] as Entry]
  return { a, b, estimate: estimatedLikeness(one, other) }
}

/** Of a text without words. */
const isOfNothing = (signature: Signature): boolean => signature.every((value) => value === 0xffffffff)
