import { elementText } from '../xml-out.ts'

/**
 * Text as cells of a workbook have it (ECMA-376, ST_Xstring): a character that XML cannot hold, or would change, is `_xHHHH_`, and
 * so is the underscore of what only looks like that.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what has to be written otherwise
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export const cellText = (text: string): string =>
  elementText(text.replace(UNSAFE, (character) => `_x${hex(character)}_`))

const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

const ESCAPED = /_x([0-9a-fA-F]{4})_/g

export const textOfCell = (cell: string): string =>
  cell.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Excel cuts off what is longer than 32,767 characters (UTF-16), so nothing is made longer than this. */
const LONGEST_CELL = 32_000

/** A text in pieces that a cell can hold; no character is cut. */
export function cellPieces(text: string): readonly string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length || at === 0; ) {
    const end = at + LONGEST_CELL
    const isPair = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(end - 1, end + 1))
    const cut = isPair ? end - 1 : end
    pieces.push(text.slice(at, cut))
    at = cut
  }
  return pieces
}

/** 0 is `A`, 26 is `AA`. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}

/** The index of a reference's column, as `B` of `B12`; null where it names none. */
export function columnIndex(reference: string): number | null {
  const [letters] = /^[A-Z]{1,3}/.exec(reference) ?? []
  if (letters === undefined) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
