import type { Attribute, Scheme } from './domain/scheme.ts'

/** How many likely fillers a card offers at once, each with a key of its own. */
export const OFFERS = 5

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const

/** What can be said of an act by keys: made from the scheme, as marking is. */
export function actCommands(scheme: Scheme) {
  const of = { menu: 'Act' } as const
  return [
    { ...of, id: 'card.open', title: 'Who: fill the next role', keys: ['C'] } as const,
    ...ORDINALS.map(
      (ordinal, i) =>
        ({
          ...of,
          id: `offer.${i + 1}`,
          title: `Take the ${ordinal} offered`,
          keys: [`Shift+${i + 1}`],
        }) as const,
    ),
    ...separated(
      scheme.roles.map(({ id, title }) => ({ ...of, id: `role.${id}`, title, keys: [] }) as const),
    ),
    ...separated(
      byKey(scheme.attributes).map(
        ({ id, title, key }) =>
          ({ ...of, id: `attribute.${id}`, title: `${title}…`, keys: keysOf(key) }) as const,
      ),
    ),
    ...separated(
      scheme.links.map(
        ({ id, title, key }) => ({ ...of, id: `link.${id}`, title: `${title}…`, keys: keysOf(key) }) as const,
      ),
    ),
  ]
}

const keysOf = (key: string): readonly string[] => (key ? [key] : [])

/** Attributes of different labels may share a key: one command chooses that which the selected act has. */
const byKey = (attributes: readonly Attribute[]): readonly Attribute[] =>
  attributes.filter(
    ({ key }, i) => key === '' || attributes.findIndex((earlier) => earlier.key === key) === i,
  )

const separated = <T extends object>(commands: readonly T[]): readonly T[] =>
  commands.map((command, i) => (i === 0 ? { ...command, separated: true } : command))
