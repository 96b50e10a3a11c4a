import { textOfBlocks } from '#electron/import/document/block.ts'
import { documentReading, foundInFile } from '#electron/import/document/document-reading.ts'
import { RtfText } from '#electron/import/rtf/rtf-text.ts'
import { rtfTokens } from '#electron/import/rtf/tokens.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import type { Reader, Reading, SourceFile } from '../reading.ts'

export const rtf: Reader = {
  read: async (file) => [{ part: null, reading: readRtf(file) }],
}

/** Many programs fill these in unasked. */
const CERTAINTY = 60

function readRtf(file: SourceFile): Result<Reading> {
  const { name, bytes } = file
  if (!isRtf(bytes)) return failed(`“${name}” is not an RTF document.`)
  const document = new RtfText()
  for (const token of rtfTokens(bytes)) {
    document.add(token)
    if (document.isTooDeep) return failed(`“${name}” is nested too deep to be read.`)
    if (document.isWhole) break
  }
  if (!document.isWhole) return failed(`“${name}” breaks off in the middle; please get a whole copy of it.`)
  const text = textOfBlocks([...document.blocks, ...document.notes])
  const found = foundInFile({ title: document.title, byline: document.author }, CERTAINTY)
  return documentReading(file, 'rtf', { text, found, boilerplate: [] })
}

const isRtf = (bytes: Uint8Array): boolean =>
  /^\s*\{\\rtf/.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'))
