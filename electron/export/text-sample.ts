import { utf8Decoder } from '#shared/format/utf8.ts'

const LONGEST = 20_000
/** So many lines stand before the first one with an annotation, where there are so many. */
const LINES_BEFORE = 3
/** What begins further down than this would be out of sight. */
const LINES_IN_SIGHT = 12

/** The line at the head of a file that says whose annotations it holds is none of them. */
const HEAD = 1

const NOTHING = new Uint8Array()

/**
 * The beginning of a file's text, or where that is out of sight the part in which its annotations begin: where it first
 * differs from `bare`, the same file without annotations. Null for what is no text.
 */
export function textSample(bytes: Uint8Array = NOTHING, bare: Uint8Array = bytes): string | null {
  try {
    const [text, without] = [decoded(bytes), decoded(bare)]
    return text.includes('\0') ? null : whole(fromAnnotations(text, without).slice(0, LONGEST))
  } catch {
    return null
  }
}

const decoded = (bytes: Uint8Array): string =>
  utf8Decoder().decode(bytes.subarray(0, 8 * LONGEST), { stream: true })

function fromAnnotations(text: string, without: string): string {
  const lines = text.split('\n')
  const others = without.split('\n')
  const differs = (line: string, index: number): boolean => line !== others[index]
  const inSight = lines.slice(0, LINES_IN_SIGHT).filter(differs).length
  const first = lines.findIndex((line, index) => index >= LINES_IN_SIGHT && differs(line, index))
  return inSight > HEAD || first < 0 ? text : `…\n${lines.slice(first - LINES_BEFORE).join('\n')}`
}

/** Without half a character at its end. */
const whole = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')
