import iconv from 'iconv-lite'
import PostalMime from 'postal-mime'

/** A part of a message, with those in it. */
export type MimePart = {
  /** `text/html`, lower case. */
  readonly type: string
  readonly charset: string | undefined
  readonly isFlowed: boolean
  readonly isAttached: boolean
  readonly fileName: string | null
  /** By names in lower case; of several of a name the first. */
  readonly headers: ReadonlyMap<string, string>
  /** Without their transfer encoding. */
  readonly bytes: Uint8Array
  readonly parts: readonly MimePart[]
}

export type Message = {
  readonly subject: string | null
  readonly from: string | null
  readonly root: MimePart
}

/** As `postal-mime` 4.0.0 keeps them while it reads; what it gives away has all texts joined and decoded loosely. */
type Node = {
  readonly contentType: { readonly parsed: { readonly value: string; readonly params: Parameters } }
  readonly contentDisposition: { readonly parsed: { readonly value: string; readonly params: Parameters } }
  readonly headers: readonly { readonly key: string; readonly value: string }[]
  readonly content: ArrayBuffer | null
  readonly childNodes: readonly Node[]
}
type Parameters = Readonly<Record<string, string | undefined>>

const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 0 }

/** As the rest of a sentence. */
export const TOO_DEEP = 'is nested too deep to be read.'

/** Null for what is no message: it has none of the headers that every message has. */
export async function readMessage(bytes: Uint8Array): Promise<Message | 'too deep' | null> {
  const parser = new PostalMime(LIMITS)
  const email = await parser.parse(bytes).catch((error: Error) => error)
  const { root } = parser as unknown as { readonly root: Node }
  if (email instanceof Error) return /nesting depth/i.test(email.message) ? 'too deep' : null
  const part = partOf(root)
  const isMessage = ['from', 'subject', 'date', 'content-type', 'mime-version'].some((key) =>
    part.headers.has(key),
  )
  if (!isMessage) return null
  return {
    subject: withoutControls(email.subject),
    from: withoutControls(email.from?.name || email.from?.address),
    root: part,
  }
}

/** Node 20 reads windows-1252 as ISO 8859-1, which has controls where there are quotation marks. */
const withoutControls = (words = ''): string | null =>
  words
    .replace(/[\u0080-\u009f]/g, (one) => iconv.decode(Buffer.from(one, 'latin1'), 'windows-1252'))
    .trim() || null

function partOf(node: Node): MimePart {
  const { value: type, params } = node.contentType.parsed
  const { value: disposition, params: given } = node.contentDisposition.parsed
  return {
    type: type.toLowerCase(),
    charset: params.charset,
    isFlowed: params.format?.toLowerCase() === 'flowed',
    isAttached: disposition.toLowerCase() === 'attachment',
    fileName: given.filename ?? params.name ?? null,
    headers: new Map([...node.headers].reverse().map(({ key, value }) => [key, value])),
    bytes: new Uint8Array(node.content ?? new ArrayBuffer(0)),
    parts: node.childNodes.map(partOf),
  }
}

/** All parts that have no parts themselves, in their order. */
export function leavesOf(part: MimePart): readonly MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf)
}
