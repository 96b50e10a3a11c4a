const DEEPEST = 64
const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * True where brackets stand in brackets more than 64 deep. Asked before the parser is: what is deeper can be parsed, but
 * neither written again nor sent to another process.
 */
export function isTooDeep(json: string): boolean {
  let depth = 0
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i)
    if (code === QUOTE) i = closingQuote(json, i)
    else if (code === 0x5b || code === 0x7b) depth++
    else if (code === 0x5d || code === 0x7d) depth--
    if (depth > DEEPEST) return true
  }
  return false
}

/** Of the string that opens at `start`; the end of the text where it is never closed. */
function closingQuote(json: string, start: number): number {
  let i = start + 1
  for (; i < json.length; i++) {
    const code = json.charCodeAt(i)
    if (code === QUOTE) break
    if (code === BACKSLASH) i++
  }
  return i
}
