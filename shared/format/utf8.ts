/**
 * UTF-8, strictly. The web's encoding standard is in Node, Electron and every browser, but in no library of the language
 * that this code is checked against: https://encoding.spec.whatwg.org
 */
type Encoding = {
  readonly TextDecoder: new (
    label: 'utf-8',
    options: { readonly fatal: true } | { readonly ignoreBOM: true },
  ) => Utf8Decoder
  readonly TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }
}

export type Utf8Decoder = {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: true }) => string
}

const { TextDecoder, TextEncoder } = globalThis as unknown as Encoding
const encoder = new TextEncoder()

/** Throws a `TypeError` for what is no UTF-8; drops a byte order mark. */
export const utf8Decoder = (): Utf8Decoder => new TextDecoder('utf-8', { fatal: true })

const markKeeper: Utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A text that is a part of something: a U+FEFF at its start belongs to it. What is no UTF-8 becomes U+FFFD. */
export const exactText = (bytes: Uint8Array): string => markKeeper.decode(bytes)

export const utf8Bytes = (text: string): Uint8Array => encoder.encode(text)
