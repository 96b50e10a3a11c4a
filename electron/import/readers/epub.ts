import { type Chapter, chapterFrom, joined } from '#electron/import/epub/chapter.ts'
import { bookPackage, packagePath } from '#electron/import/epub/package.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { decodeText } from '../decode.ts'
import type { Part, Reader, Reading, SourceFile } from '../reading.ts'
import { type Member, membersOf } from '../zip.ts'

/**
 * A book as one article, since that is how it is read and quoted; a long one as an article for each of its chapters.
 */
export const epub: Reader = {
  read: async (file) => {
    const book = await readBook(file)
    return book.ok ? partsOf(book.value, file) : [{ part: null, reading: book }]
  },
}

/** Characters. What is longer is slow to find one's way in. */
const LONGEST = 1_000_000

type Book = { readonly found: Reading['found']; readonly chapters: readonly Chapter[] }

async function readBook(file: SourceFile): Promise<Result<Book>> {
  const { name, bytes } = file
  const members = await membersOf(bytes, name)
  if (!members.ok) return members
  const archive = new Archive(members.value, name)
  if (await archive.isProtected())
    return failed(`“${name}” is protected against copying; please get it without that, and import it again.`)
  const path = packagePath((await archive.text('META-INF/container.xml')) ?? '')
  const opf = path === null ? null : await archive.text(path)
  const book = path === null || opf === null ? null : bookPackage(opf, path)
  if (!book) return failed(`“${name}” is not a book that can be read: it does not say what is in it.`)
  const chapters = await chaptersIn(archive, book.pages, file)
  return chapters.ok ? ok({ found: book.found, chapters: chapters.value }) : chapters
}

async function chaptersIn(
  archive: Archive,
  pages: readonly string[],
  { name, choices }: SourceFile,
): Promise<Result<readonly Chapter[]>> {
  const chapters: Chapter[] = []
  for (const page of pages) {
    const bytes = await archive.bytes(page)
    const chapter = bytes.ok ? chapterFrom({ name, bytes: bytes.value, choices }) : bytes
    if (!chapter.ok) return chapter
    if (chapter.value) chapters.push(chapter.value)
  }
  return chapters.length === 0 ? failed(`“${name}” is a book without words.`) : ok(chapters)
}

class Archive {
  readonly #members: ReadonlyMap<string, Member>
  readonly #name: string

  constructor(members: readonly Member[], name: string) {
    this.#members = new Map(members.map((member) => [member.name, member]))
    this.#name = name
  }

  async bytes(path: string): Promise<Result<Uint8Array>> {
    const member = this.#members.get(path)
    return member ? member.unpack() : failed(`“${this.#name}” is not whole: “${path}” is missing in it.`)
  }

  /** Null where it is missing or no text. */
  async text(path: string): Promise<string | null> {
    const bytes = await this.bytes(path)
    const decoded = bytes.ok ? decodeText(bytes.value, path) : bytes
    return decoded.ok ? decoded.value.text : null
  }

  /** Fonts may be locked, which keeps nobody from reading. */
  async isProtected(): Promise<boolean> {
    const encryption = (await this.text('META-INF/encryption.xml')) ?? ''
    const locked = [
      ...encryption.matchAll(/<(?:\w+:)?EncryptionMethod\b[^>]*\bAlgorithm\s*=\s*["']([^"']*)["']/g),
    ]
    return locked.some(([, way]) => !FONT_LOCKS.has(way ?? '')) || this.#members.has('META-INF/rights.xml')
  }
}

const FONT_LOCKS = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

function partsOf({ found, chapters }: Book, { bytes }: SourceFile): readonly Part[] {
  const original = { ending: 'epub', bytes }
  const whole = joined(chapters)
  if (whole.text.length <= LONGEST) return [{ part: null, reading: ok({ ...whole, found, original }) }]
  return chapters.map(({ heading, ...chapter }, i) => {
    const part = heading ?? `chapter ${i + 1}`
    const { title } = found
    const named = title && { title: { ...title, value: `${title.value}: ${part}` } }
    return { part: `${i + 1} ${part}`, reading: ok({ ...chapter, found: { ...found, ...named }, original }) }
  })
}
