import { declaredEncoding } from '#electron/import/html/declared-encoding.ts'
import { readPage } from '#electron/import/html/read-page.ts'
import { htmlOfXhtml } from '#electron/import/html/xhtml.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { decodeDeclared } from '../decode-declared.ts'
import type { Reader, Reading, SourceFile } from '../reading.ts'

export const html: Reader = {
  read: async (file) => [{ part: null, reading: readHtml(file) }],
}

function readHtml(file: SourceFile): Result<Reading> {
  const { name, bytes } = file
  const decoded = decodeDeclared(file, declaredEncoding(bytes))
  if (!decoded.ok) return decoded
  const { text: source, ...how } = decoded.value
  const page = readPage(isXhtml(source, name) ? htmlOfXhtml(source) : source, name)
  return page.ok ? ok({ ...page.value, decoded: how, original: { ending: 'html', bytes } }) : page
}

const isXhtml = (source: string, name: string): boolean =>
  /\.xhtml$/i.test(name) || /^\s*<\?xml\b/.test(source)
