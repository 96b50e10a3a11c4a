import { ASPECTS, type Aspect, type AspectAgreement, type Aspects } from '../agreement-report.ts'
import { comparingGroups, groupsOf, judged } from '../aligning.ts'
import type { ActorMeant } from '../codings.ts'
import { actorOf, type Comparing, isSamePlace, meansTheSame, type Named, namedBy } from '../differing.ts'
import type { MarkGroup, Member } from '../mark-group.ts'
import { PooledKappa } from './pooled-kappa.ts'

/**
 * What two annotators agree on of the marks that are about the same thing (aligning.ts), aspect by aspect. Each is asked only
 * where the one before leaves something to agree on: whether both have a mark, in the same place; of those where both
 * have, whether the label is the same; of those with one label, each role and kind of link that either of them filled,
 * each attribute that either gave, the actor where either named one.
 *
 * κ is Cohen's, pooled over roles and attributes (pooled-kappa.ts). For spans there is none, as nobody can say how many
 * spans both left unmarked; αᵤ and γ are corrected for chance there.
 */
export class AspectCounts {
  readonly #counts = Object.fromEntries(ASPECTS.map((aspect) => [aspect, new Count()])) as Record<
    Aspect,
    Count
  >

  /** @param marks of the same two annotators, always in the same order */
  add(marks: readonly [readonly Member[], readonly Member[]], actorMeant: ActorMeant): void {
    const groups = groupsOf(marks)
    const comparing = comparingGroups(groups, actorMeant)
    const first = marks[0][0]?.annotator
    for (const group of groups) this.#addGroup(group, first, comparing)
  }

  aspects(): Aspects {
    const { spans, labels, roles, attributes, actors } = this.#counts
    return {
      spans: { ...spans.agreement(), kappa: null },
      labels: labels.agreement(),
      roles: roles.agreement(),
      attributes: attributes.agreement(),
      actors: actors.agreement(),
    }
  }

  #addGroup({ members }: MarkGroup, first: string | undefined, comparing: Comparing): void {
    const { spans, labels, roles, attributes, actors } = this.#counts
    const [one, other] = members
    if (!(one && other)) {
      spans.add('', false, [null, null])
      return
    }
    const [a, b] = one.annotator === first ? [judged(one), judged(other)] : [judged(other), judged(one)]
    spans.add('', isSamePlace(a.as, b.as), [null, null])
    labels.add('', a.as.label === b.as.label, [a.as.label, b.as.label])
    if (a.as.label !== b.as.label) return
    addRoles(roles, [namedBy(a, comparing), namedBy(b, comparing)])
    addAttributes(attributes, a.as.label, [a.as.attributes, b.as.attributes])
    const named = [actorOf(a.as, comparing), actorOf(b.as, comparing)] as const
    if (named.some((actor) => actor !== null)) {
      actors.add('', named[0] === named[1], [`${named[0]}`, `${named[1]}`])
    }
  }
}

function addRoles(count: Count, [a, b]: readonly [readonly Named[], readonly Named[]]): void {
  for (const slot of new Set([...a, ...b].map((named) => named.slot))) {
    const [left, right] = [a.filter((one) => one.slot === slot), b.filter((one) => one.slot === slot)]
    const isSame =
      left.every((one) => right.some((other) => meansTheSame(one, other))) &&
      right.every((one) => left.some((other) => meansTheSame(one, other)))
    count.add(slot, isSame, [fillersOf(left), fillersOf(right)])
  }
}

/** The category that fillers are; null where one is known by its place alone, and so is like nothing elsewhere. */
function fillersOf(named: readonly Named[]): string | null {
  const fillers = named.map(({ actor, other }) => (actor === null ? other : `actor ${actor}`))
  return fillers.includes(null) ? null : fillers.sort().join('\n')
}

type Attributes = Readonly<Record<string, string>>

function addAttributes(count: Count, label: string, [a, b]: readonly [Attributes, Attributes]): void {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    count.add(`${label}\n${key}`, a[key] === b[key], [a[key] ?? '', b[key] ?? ''])
  }
}

class Count {
  #compared = 0
  #agreed = 0
  readonly #kappa = new PooledKappa()

  add(stratum: string, isAgreed: boolean, categories: readonly [string | null, string | null]): void {
    this.#compared++
    if (isAgreed) this.#agreed++
    this.#kappa.add(stratum, isAgreed, categories)
  }

  agreement(): AspectAgreement {
    return { compared: this.#compared, agreed: this.#agreed, kappa: this.#kappa.value() }
  }
}
