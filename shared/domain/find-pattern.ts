import { collect, type FindOptions, type Found, flagsFor, nothingFound, WORD_EDGE } from './find.ts'

/**
 * Finding what a regular expression describes. How long one takes nobody can say beforehand, `(a+)+$` for ever: who
 * calls `findPattern` must be able to stop it from outside.
 */
export function findPattern(text: string, source: string, options: FindOptions): Found {
  if (source === '') return nothingFound
  const whole = options.wholeWord ? `${WORD_EDGE}(?:${source})${WORD_EDGE}` : source
  return collect(text, new RegExp(whole, patternFlags(options)))
}

/** `^` and `$` are the edges of a line. */
const patternFlags = (options: FindOptions): string => `${flagsFor(options)}m`

/** One sentence on what is wrong with a regular expression, null when it can be searched for. */
export function patternProblem(source: string, options: FindOptions): string | null {
  try {
    new RegExp(source, patternFlags(options))
    return null
  } catch (error) {
    return `This is not a regular expression yet: ${reasonOf(error as SyntaxError)}.`
  }
}

/** The engine says “Invalid regular expression: /(/gimv: Unterminated group”. */
function reasonOf({ message }: SyntaxError): string {
  const reason = message.slice(message.lastIndexOf(': ') + 2)
  return reason.charAt(0).toLowerCase() + reason.slice(1)
}
