import { declaredEncoding } from '#electron/import/html/declared-encoding.ts'
import { readPage } from '#electron/import/html/read-page.ts'
import { leavesOf, type MimePart, readMessage, TOO_DEEP } from '#electron/import/mime/message.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { decodeDeclared } from '../decode-declared.ts'
import { isoDate } from '../iso-date.ts'
import type { Found, Reader, Reading, SourceFile } from '../reading.ts'

/** A page that a browser saved whole, as one file: a message whose parts are the page and what it shows. */
export const mhtml: Reader = {
  read: async (file) => [{ part: null, reading: await readMhtml(file) }],
}

async function readMhtml(file: SourceFile): Promise<Result<Reading>> {
  const { name, bytes, choices } = file
  const message = await readMessage(bytes)
  if (message === 'too deep') return failed(`“${name}” ${TOO_DEEP}`)
  const page = message && leavesOf(message.root).find(isPage)
  if (!message || !page) return failed(`“${name}” holds no web page; please save the page again.`)
  const label = page.charset ?? declaredEncoding(page.bytes)
  const decoded = decodeDeclared({ name, bytes: page.bytes, choices }, label)
  if (!decoded.ok) return decoded
  const { text: source, ...how } = decoded.value
  const read = readPage(source, name)
  if (!read.ok) return read
  const found = { ...savedWith(message.root, page), ...read.value.found }
  return ok({ ...read.value, found, decoded: how, original: { ending: 'mhtml', bytes } })
}

/** The page comes first; the others of its kind are its frames. */
const isPage = ({ type }: MimePart): boolean => type === 'text/html' || type === 'application/xhtml+xml'

const LOCATION_CERTAINTY = 85
const DATE_CERTAINTY = 90

/** What the browser wrote down when it saved the page: from where, and when. */
function savedWith(root: MimePart, page: MimePart): Found {
  const locations = [
    page.headers.get('content-location'),
    ...['snapshot-content-location', 'content-location'].map((name) => root.headers.get(name)),
  ]
  const url = locations.find((location) => /^https?:\/\//i.test(location?.trim() ?? ''))?.trim()
  const retrieved = isoDate(root.headers.get('date') ?? '')
  return {
    ...(url && { url: { value: url, evidence: inFile(LOCATION_CERTAINTY) } }),
    ...(retrieved && { retrieved: { value: retrieved, evidence: inFile(DATE_CERTAINTY) } }),
  }
}

const inFile = (certainty: number) => ({ from: 'file', span: null, certainty }) as const
