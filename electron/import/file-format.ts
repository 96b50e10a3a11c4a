/**
 * What the first bytes of a file say it is, whatever its name says. Only what cannot be anything else is told: a text
 * that begins like a page of HTML may be just that, a text.
 */

/** An ending that a file of this format has; `ole` for old office files, and new ones behind a password. */
export type Signature = 'pdf' | 'rtf' | 'zip' | 'ole'

const SIGNATURES: readonly (readonly [Signature, string])[] = [
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
]

export function signatureOf(bytes: Uint8Array): Signature | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return SIGNATURES.find(([, start]) => head.startsWith(start))?.[0] ?? null
}

/** The format that an archive of these members is the body of, as an ending; `zip` where it is an archive for its own sake. */
export function packedFormat(members: readonly string[]): string {
  const names = new Set(members)
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('META-INF/container.xml')) return 'epub'
  if (names.has('content.xml') && names.has('META-INF/manifest.xml')) return 'odt'
  return 'zip'
}
