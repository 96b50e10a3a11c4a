import { compareSpans } from '#shared/domain/span.ts'
import { MarkGroup, type Member } from './mark-group.ts'

/**
 * Marks over the same runs of text with the same label, put together: of several that are stacked, those first that also
 * say the same, one to one; the rest by what they say, so that neither ids nor names decide. Each mark that has no
 * counterpart is a group of its own.
 */
export function alikeGroups(members: readonly Member[]): readonly MarkGroup[] {
  const saying = gathered(members, ({ place, said, rank }) => `${place}\n${said}\n${rank}`)
  const groups = saying.map((alike) => new MarkGroup(alike)).sort(compareGroups)
  const stacks = gathered(groups, ({ first }) => first.place)
  return stacks.flatMap(unstacked).sort(compareGroups)
}

function compareGroups({ first: a }: MarkGroup, { first: b }: MarkGroup): number {
  return (
    compareSpans(a.mark, b.mark) ||
    compareStrings(a.place, b.place) ||
    compareStrings(a.said, b.said) ||
    a.rank - b.rank
  )
}

const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function gathered<T>(things: readonly T[], keyOf: (thing: T) => string): readonly (readonly T[])[] {
  const byKey = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const alike = byKey.get(key)
    if (alike) alike.push(thing)
    else byKey.set(key, [thing])
  }
  return [...byKey.values()]
}

/** Groups at one place, the largest first, each joined with the first of those before that has none of its annotators. */
function unstacked(stack: readonly MarkGroup[]): readonly MarkGroup[] {
  if (stack.length === 1) return stack
  const made = new OpenGroups()
  for (const group of stack.toSorted((a, b) => b.size - a.size)) made.put(group)
  return made.all()
}

type Open = { readonly group: MarkGroup; readonly order: number }

/** Groups at one place by whose marks they hold, so that the first that fits is found without going through a deep stack. */
class OpenGroups {
  readonly #byWhose = new Map<string, Open[]>()
  #count = 0

  put(group: MarkGroup): void {
    const fitting = this.#firstFor(group)
    if (fitting) {
      fitting.group.take(group)
      this.#shelve(fitting)
    } else this.#shelve({ group, order: this.#count++ })
  }

  all(): readonly MarkGroup[] {
    return [...this.#byWhose.values()].flat().map(({ group }) => group)
  }

  #firstFor(group: MarkGroup): Open | undefined {
    const lasts = [...this.#byWhose.values()].filter((open) => open.at(-1)?.group.canTake(group))
    const shelf = lasts.sort((a, b) => (a.at(-1) as Open).order - (b.at(-1) as Open).order)[0]
    return shelf?.pop()
  }

  #shelve(open: Open): void {
    const { whose } = open.group
    const shelf = this.#byWhose.get(whose)
    if (shelf) shelf.push(open)
    else this.#byWhose.set(whose, [open])
  }
}
