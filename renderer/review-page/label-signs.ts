import type { Label } from '#shared/domain/scheme.ts'

/** A letter or two for each label, by its id, so that no label is told by its colour alone: of its title, and no two alike. */
export function labelSigns(labels: readonly Pick<Label, 'id' | 'title'>[]): ReadonlyMap<string, string> {
  const signs = new Map<string, string>()
  const taken = new Set<string>()
  labels.forEach(({ id, title }, index) => {
    const letters = Array.from(title.matchAll(/[\p{L}\p{N}]/gu), ([letter]) => letter.toUpperCase())
    const pairs = letters.slice(1).map((letter) => `${letters[0]}${letter.toLowerCase()}`)
    const sign =
      [letters[0] ?? '', ...pairs].find((one) => one !== '' && !taken.has(one)) ?? String(index + 1)
    taken.add(sign)
    signs.set(id, sign)
  })
  return signs
}
