import { decodeHtml } from '#electron/import/html/decode-html.ts'
import { readPage } from '#electron/import/html/read-page.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Reader, Reading, SourceFile } from '../reading.ts'

export const html: Reader = {
  title: 'Web page',
  endings: ['html', 'htm', 'xhtml'],
  read: async (file) => [{ part: null, reading: readHtml(file) }],
}

function readHtml(file: SourceFile): Result<Reading> {
  const { name, bytes } = file
  const decoded = decodeHtml(file)
  if (!decoded.ok) return decoded
  const { text: source, ...how } = decoded.value
  const page = readPage(source, name)
  return page.ok ? ok({ ...page.value, decoded: how, original: { ending: 'html', bytes } }) : page
}
