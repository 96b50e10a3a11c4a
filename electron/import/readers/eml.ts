import { declaredEncoding } from '#electron/import/html/declared-encoding.ts'
import { readPage } from '#electron/import/html/read-page.ts'
import { type Message, type MimePart, readMessage, TOO_DEEP } from '#electron/import/mime/message.ts'
import { quotedAndSigned } from '#electron/import/mime/quoted-and-signed.ts'
import type { Boilerplate } from '#shared/domain/boilerplate.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Decoded } from '../decode.ts'
import { decodeDeclared } from '../decode-declared.ts'
import { isoDate } from '../iso-date.ts'
import type { Found, Reader, Reading, SourceFile } from '../reading.ts'

/**
 * A mail as an article: its subject is the title, its sender the byline, the day it was sent the day it was published.
 * The text is the mail's plain text or, where it has none, its page.
 */
export const eml: Reader = {
  read: async (file) => [{ part: null, reading: await readEml(file) }],
}

type Body = Pick<Reading, 'text' | 'boilerplate'> & { readonly decoded: Omit<Decoded, 'text'> }

async function readEml(file: SourceFile): Promise<Result<Reading>> {
  const { name, bytes } = file
  const message = await readMessage(bytes)
  if (message === 'too deep') return failed(`“${name}” ${TOO_DEEP}`)
  if (!message) return failed(`“${name}” is not a mail, or is damaged.`)
  const parts = bodyOf(message.root)
  if (parts.length === 0) return failed(`“${name}” is a mail without text.`)
  const bodies: Body[] = []
  for (const part of parts) {
    const body = bodyFrom(part, file)
    if (!body.ok) return body
    bodies.push(body.value)
  }
  return ok({ ...joined(bodies), found: foundIn(message), original: { ending: 'eml', bytes } })
}

/** The parts that a mail program shows below one another, of each that comes in several forms the plainest. */
function bodyOf(part: MimePart): readonly MimePart[] {
  if (part.isAttached) return []
  if (part.parts.length === 0) return isText(part) && /\S/.test(rawOf(part)) ? [part] : []
  const forms = part.parts.map(bodyOf).filter((body) => body.length > 0)
  if (part.type !== 'multipart/alternative') return forms.flat()
  return forms.find(([first]) => first?.type === 'text/plain') ?? forms.at(-1) ?? []
}

const isText = ({ type, fileName }: MimePart): boolean =>
  fileName === null && (type === 'text/plain' || type === 'text/html')

const rawOf = ({ bytes }: MimePart): string => Buffer.from(bytes).toString('latin1')

function bodyFrom(part: MimePart, { name, choices }: SourceFile): Result<Body> {
  const isPage = part.type === 'text/html'
  const label = part.charset ?? (isPage ? declaredEncoding(part.bytes) : undefined)
  const result = decodeDeclared({ name, bytes: part.bytes, choices }, label)
  if (!result.ok) return result
  const { text: source, ...decoded } = result.value
  if (!isPage) return ok({ ...plainBody(source, part.isFlowed), decoded })
  const page = readPage(source, name)
  return page.ok ? ok({ text: page.value.text, boilerplate: page.value.boilerplate, decoded }) : page
}

function plainBody(source: string, isFlowed: boolean): Pick<Body, 'text' | 'boilerplate'> {
  const lines = source.replace(/\r\n?/g, '\n')
  // RFC 3676: a line that ends in a space goes on in the next one, but not the mark above a signature.
  const text = isFlowed ? lines.replace(/(?<!^--) \n(?!>|-- \n|\n)/gm, ' ') : lines
  return { text: text.trimEnd(), boilerplate: quotedAndSigned(text.trimEnd()) }
}

const GAP = '\n\n'

function joined(bodies: readonly Body[]): Body {
  let text = ''
  const boilerplate: Boilerplate[] = []
  for (const body of bodies) {
    if (text !== '') text += GAP
    const { length } = text
    boilerplate.push(
      ...body.boilerplate.map((part) => ({ ...part, start: part.start + length, end: part.end + length })),
    )
    text += body.text
  }
  const least = bodies.reduce((a, b) => (b.decoded.certainty < a.decoded.certainty ? b : a))
  return { text, boilerplate, decoded: least.decoded }
}

/** A header is what the sender says, and he may say anything. */
const CERTAINTY = 90

function foundIn({ subject, from, root }: Message): Found {
  const evidence = { from: 'file', span: null, certainty: CERTAINTY } as const
  const published = isoDate((root.headers.get('date') ?? '').replace(/\s*\([^)]*\)\s*$/, ''))
  return {
    ...(subject && { title: { value: subject, evidence } }),
    ...(from && { byline: { value: from, evidence } }),
    ...(published && { published: { value: published, evidence } }),
  }
}
