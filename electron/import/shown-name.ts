/**
 * A file's name as it can stand in a sentence: what shows nothing or turns the line round (control characters, marks
 * of direction) is named by its code, and the middle of a very long name is left out. The ending stays in sight.
 */
const LONGEST = 120
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

export function shownName(name: string): string {
  const visible = name.replace(HIDDEN, codeOf)
  const characters = [...visible]
  if (characters.length <= LONGEST) return visible
  const half = LONGEST / 2
  return `${characters.slice(0, half).join('')}…${characters.slice(1 - half).join('')}`
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) as number
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}
