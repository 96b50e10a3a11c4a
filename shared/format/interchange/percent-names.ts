import { utf8Bytes } from '../utf8.ts'

/**
 * Names in places that take few characters: what is not plain is written as the `%` and two digits of each of its UTF-8
 * bytes, as in web addresses.
 */
export const escapedName = (name: string, plain: RegExp): string =>
  Array.from(name, (character) => (plain.test(character) ? character : escaped(character))).join('')

const escaped = (character: string): string =>
  Array.from(utf8Bytes(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

/** What is no name written so stays as it is. */
export function unescapedName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Letters, digits and what every tool takes in a name. */
export const PLAIN = /[\p{L}\p{M}\p{N}_-]/u

const PLAIN_FILE = /[\p{L}\p{M}\p{N}_ ()+=@,-]/u
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A name that every file system takes, without an ending; `unescapedName` gives it back. */
export function escapedFileName(name: string): string {
  if (RESERVED.test(name)) return `%${escapedHex(name)}${name.slice(1)}`
  return escapedName(name, PLAIN_FILE).replace(/^ | $/g, '%20')
}

const escapedHex = (name: string): string => name.charCodeAt(0).toString(16).toUpperCase()
