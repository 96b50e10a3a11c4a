/** Short signs for people's names, each its own: “AR” for Ana Ruiz, “Bo”, and “An2” where another has “An” already. */
export function nameSigns(names: Iterable<string>): ReadonlyMap<string, string> {
  const [signs, taken] = [new Map<string, string>(), new Set<string>()]
  for (const name of names) {
    const plain = signOf(name)
    let sign = plain
    for (let number = 2; taken.has(sign); number++) sign = `${plain}${number}`
    taken.add(sign)
    signs.set(name, sign)
  }
  return signs
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first letters of the first word and the last, or the first two of the only one. */
function signOf(name: string): string {
  const words = name.split(/[\s._-]+/u).filter(Boolean)
  const letters = (word: string): readonly string[] =>
    Array.from(segmenter.segment(word), ({ segment }) => segment)
  const [first = '', last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return last === undefined ? letters(first).slice(0, 2).join('') : `${letters(first)[0]}${letters(last)[0]}`
}
