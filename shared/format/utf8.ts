/**
 * UTF-8, strictly. The web's encoding standard is in Node, Electron and every browser, but in no library of the language
 * that this code is checked against: https://encoding.spec.whatwg.org
 */
type Encoding = {
  readonly TextDecoder: new (label: 'utf-8', options: { readonly fatal: true }) => Utf8Decoder
  readonly TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }
}

export type Utf8Decoder = {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: true }) => string
}

const { TextDecoder, TextEncoder } = globalThis as unknown as Encoding
const encoder = new TextEncoder()

/** Throws a `TypeError` for what is no UTF-8; drops a byte order mark. */
export const utf8Decoder = (): Utf8Decoder => new TextDecoder('utf-8', { fatal: true })

export const utf8Bytes = (text: string): Uint8Array => encoder.encode(text)
