import { stableLine } from '../json.ts'

/** JSON that stands in one line, whatever a tool takes for the end of one, and in XML, whatever that cannot hold. */
export const oneLineJson = (value: unknown): string =>
  stableLine(value).replace(
    /[\p{Cc}\u2028\u2029\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
