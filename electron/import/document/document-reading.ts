import { failed, ok, type Result } from '#shared/domain/result.ts'
import { hasVisibleCharacter } from '../decode.ts'
import type { Found, Reading, SourceFile } from '../reading.ts'

/** What a format's reader makes of a file that is one article. */
export type DocumentText = Pick<Reading, 'text' | 'boilerplate'> & { readonly found: Found }

/** The format itself says how its characters are written. */
export const WRITTEN = { encoding: 'utf-8', certainty: 100, byteOrderMark: false } as const
const LONGEST_TEXT = 25 * 1024 * 1024

/** The reading of a document, whose bytes are kept as they are beside the text that was found in them. */
export function documentReading(
  { name, bytes }: SourceFile,
  ending: string,
  document: DocumentText,
): Result<Reading> {
  if (document.text.length > LONGEST_TEXT) return failed(`“${name}” holds too much text; please split it.`)
  if (!hasVisibleCharacter(document.text)) return failed(`“${name}” holds no text.`)
  return ok({ ...document, decoded: WRITTEN, original: { ending, bytes } })
}

/** What the file says beside its text, as far as it says something. */
export function foundInFile(
  values: { readonly [F in keyof Found]?: string | null | undefined },
  certainty: number,
): Found {
  const rows = Object.entries(values).flatMap(([field, value]) => {
    const words = value?.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim()
    return words ? [[field, { value: words, evidence: { from: 'file', span: null, certainty } }]] : []
  })
  return Object.fromEntries(rows)
}
