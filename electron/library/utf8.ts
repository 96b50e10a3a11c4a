const exact = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const withoutMark = new TextDecoder('utf-8', { fatal: true })

/** The text of UTF-8 bytes, each character as it is; null when they are not UTF-8. */
export const textOf = (bytes: Uint8Array): string | null => decoded(exact, bytes)

/** The same for JSON, where some editors put a byte order mark in front. */
export const jsonTextOf = (bytes: Uint8Array): string | null => decoded(withoutMark, bytes)

function decoded(decoder: typeof exact, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
