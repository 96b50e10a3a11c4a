import { textOfBlocks } from '#electron/import/document/block.ts'
import { documentReading } from '#electron/import/document/document-reading.ts'
import { officeParts } from '#electron/import/office/office-parts.ts'
import { foundInProperties } from '#electron/import/office/properties.ts'
import { wordBlocks } from '#electron/import/office/word-blocks.ts'
import { DEEPEST_XML } from '#electron/import/xml/walk-xml.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Reader, Reading, SourceFile } from '../reading.ts'

export const docx: Reader = {
  read: async (file) => [{ part: null, reading: await readDocx(file) }],
}

/** A book of a thousand pages has fewer elements. */
const LIMITS = { elements: 400_000, depth: DEEPEST_XML }
/** What has words of the text, and what says where they are. */
const PARTS = /^(?:_rels\/\.rels|docProps\/core\.xml|word\/(?:document\d*|footnotes|endnotes|styles)\.xml)$/

async function readDocx(file: SourceFile): Promise<Result<Reading>> {
  const { bytes, name } = file
  const parts = await officeParts(bytes, name, { ...LIMITS, isWanted: (part) => PARTS.test(part) })
  if (!parts.ok) return parts
  const blocks = wordBlocks(parts.value, name, LIMITS)
  if (!blocks.ok) return blocks
  const found = foundInProperties(parts.value.xmlOf('docProps/core.xml'))
  return documentReading(file, 'docx', { text: textOfBlocks(blocks.value), found, boilerplate: [] })
}
