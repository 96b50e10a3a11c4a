import { getDocumentProxy } from 'unpdf'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { linesOf } from './columns.ts'
import type { Page } from './repeated.ts'
import { type Piece, segmentsOf } from './segments.ts'

export type Pdf = {
  readonly pages: readonly Page[]
  readonly title: string | null
  readonly author: string | null
  readonly language: string | null
}

const MOST_PAGES = 2000
const MOST_CHARACTERS = 25 * 1024 * 1024

/** Neither fonts nor character maps nor anything else is fetched, and no code of the file is run. */
const OPTIONS = {
  isEvalSupported: false,
  useWorkerFetch: false,
  useWasm: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  stopAtErrors: false,
  disableAutoFetch: true,
  disableStream: true,
  verbosity: 0,
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type DocumentPage = Awaited<ReturnType<Document['getPage']>>
type Content = Awaited<ReturnType<DocumentPage['getTextContent']>>

/** The lines of all pages. Takes a copy of the bytes, which the parser would take away otherwise. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<Result<Pdf>> {
  let document: Document | null = null
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), OPTIONS)
    if (document.numPages > MOST_PAGES) return failed(tooMany(name, document.numPages))
    return await readDocument(document, name)
  } catch (error) {
    return failed(problemOf(name, error))
  } finally {
    await document?.destroy()
  }
}

const tooMany = (name: string, pages: number): string =>
  `“${name}” has too many pages (${pages.toLocaleString('en')}; the limit is ${MOST_PAGES.toLocaleString('en')}); please split it.`

function problemOf(name: string, error: unknown): string {
  const isLocked = error instanceof Error && error.name === 'PasswordException'
  return isLocked
    ? `“${name}” is protected by a password; please save a copy without one and import that.`
    : `“${name}” is damaged or no PDF document; please get a whole copy of it.`
}

async function readDocument(document: Document, name: string): Promise<Result<Pdf>> {
  const pages: Page[] = []
  let language: string | null = null
  let left = MOST_CHARACTERS
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    page.cleanup()
    const pieces = piecesOf(content)
    left -= pieces.reduce((sum, { text }) => sum + text.length, 0)
    if (left < 0) return failed(`“${name}” holds too much text; please split it.`)
    language ??= content.lang
    pages.push(linesOf(segmentsOf(pieces)))
  }
  return ok({ pages, language, ...(await informationOf(document)) })
}

function piecesOf({ items }: Content): readonly Piece[] {
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , skew, height, x, y] = item.transform as number[]
    const size = Math.hypot(skew ?? 0, height ?? 0) || item.height || 1
    const { str: text, width, dir } = item
    return [{ text, x: x ?? 0, y: y ?? 0, width, size, isRightToLeft: dir === 'rtl' }]
  })
}

type Information = Pick<Pdf, 'title' | 'author'>

/** A file whose information is damaged still has its text. */
async function informationOf(document: Document): Promise<Information> {
  const information: unknown = await document.getMetadata().then(
    ({ info }) => info,
    () => ({}),
  )
  return { title: wordsIn(information, 'Title'), author: wordsIn(information, 'Author') }
}

function wordsIn(information: unknown, key: string): string | null {
  if (typeof information !== 'object' || information === null) return null
  const value: unknown = Object.entries(information).find(([name]) => name === key)?.[1]
  return typeof value === 'string' ? value : null
}
