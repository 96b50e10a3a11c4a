/**
 * How a token stands in a column. What some reader takes for white space or for the end of a line, though it is neither to
 * Unicode's rules of words, is written as `\u` and four digits, and so is a backslash that would look like that.
 */
const ODD = /[\p{Cc}\p{Z}\u2028\u2029\ufeff]|\\(?=u[0-9a-f]{4})/gu
const WRITTEN = /\\u([0-9a-f]{4})/g

export const writtenToken = (token: string): string =>
  token.replace(ODD, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const readToken = (column: string): string =>
  column.replace(WRITTEN, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
