import { utf8Decoder } from '#shared/format/utf8.ts'

const LONGEST = 20_000

/** The beginning of a file's text; null for what is no text. */
export function textSample(bytes: Uint8Array = new Uint8Array()): string | null {
  try {
    const text = utf8Decoder().decode(bytes.subarray(0, 4 * LONGEST), { stream: true })
    return text.includes('\0') ? null : whole(text.slice(0, LONGEST))
  } catch {
    return null
  }
}

/** Without half a character at its end. */
const whole = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')
