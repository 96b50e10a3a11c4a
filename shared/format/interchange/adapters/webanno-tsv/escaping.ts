/** How WebAnno TSV writes texts and values: what has a meaning in its lines stands behind a backslash. */
const LETTERS: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '\b': 'b' }
const CHARACTERS = new Map(Object.entries(LETTERS).map(([character, letter]) => [letter, character]))

const isControl = (character: string): boolean => character < ' ' && character !== '\v'

export const escapedText = (text: string): string =>
  Array.from(text, (character) => {
    if (character !== '\\' && !isControl(character)) return character
    return `\\${LETTERS[character] ?? character}`
  }).join('')

/** @param isJava until version 3.1 texts were escaped as Java’s strings are. */
export function unescapedText(text: string, isJava: boolean): string {
  const plain = isJava
    ? text.replace(/\\(?:u([0-9a-fA-F]{4})|(["'/]))/g, (_, digits, mark) =>
        digits ? String.fromCharCode(Number.parseInt(digits, 16)) : mark,
      )
    : text
  return plain.replace(/\\([\s\S])/g, (both, character: string) => {
    if (character === '\\' || isControl(character)) return character
    return CHARACTERS.get(character) ?? both
  })
}

const RESERVED = /->|[\\[\]|_;*\t\n]/g
const ESCAPED = /\\(->|[\\[\]|_;*tn])/g

export const escapedValue = (value: string): string =>
  value.replace(RESERVED, (found) => `\\${LETTERS[found] ?? found}`)

export const unescapedValue = (value: string): string =>
  value.replace(ESCAPED, (_, found: string) => CHARACTERS.get(found) ?? found)

/** Values between separators that do not stand behind a backslash. */
export function splitValues(cell: string, separator: '|' | ';'): readonly string[] {
  const values = ['']
  for (let at = 0; at < cell.length; at++) {
    const length = cell[at] === '\\' ? 2 : 1
    if (cell[at] === separator) values.push('')
    else values[values.length - 1] += cell.slice(at, at + length)
    at += length - 1
  }
  return values
}
