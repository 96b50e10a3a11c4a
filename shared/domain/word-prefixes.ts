/** The words of a name as they are compared with what is typed: without accents and case. */
export const foldedWords = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** True when each of the `typed` words is how some word of `name` begins: “no co” of “the Norland Coast Guard”. */
export const startsAlike = (typed: readonly string[], name: readonly string[]): boolean =>
  typed.every((start) => name.some((word) => word.startsWith(start)))
