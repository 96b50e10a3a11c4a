const LONGEST_NAME = 28

/** A name as a sentence on a card has room for it: its first words, and that there are more. */
export function shortName(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= LONGEST_NAME) return name
  const cut = characters.slice(0, LONGEST_NAME).join('')
  const isWordEnd = /^\s/u.test(characters[LONGEST_NAME] ?? '')
  const words = isWordEnd ? cut : cut.replace(/\s+\S*$/u, '')
  return `${words.replace(/[\s,;:–-]+$/u, '')}…`
}
