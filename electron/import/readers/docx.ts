import mammoth from 'mammoth'
import { textOfBlocks } from '#electron/import/document/block.ts'
import { documentReading } from '#electron/import/document/document-reading.ts'
import { type OfficeParts, officeParts } from '#electron/import/office/office-parts.ts'
import { foundInProperties } from '#electron/import/office/properties.ts'
import { type WordDocument, wordBlocks } from '#electron/import/office/word-blocks.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import type { Reader, Reading, SourceFile } from '../reading.ts'
import { zipOf } from '../zip-of.ts'

export const docx: Reader = {
  title: 'Word document',
  endings: ['docx'],
  read: async (file) => [{ part: null, reading: await readDocx(file) }],
}

/** A book of a thousand pages has fewer. */
const MOST_ELEMENTS = 400_000

async function readDocx(file: SourceFile): Promise<Result<Reading>> {
  const parts = await officeParts(file.bytes, file.name, { elements: MOST_ELEMENTS })
  if (!parts.ok) return parts
  const document = await documentIn(parts.value)
  if (!document)
    return failed(`“${file.name}” is damaged or no Word document; please get another copy of it.`)
  const text = textOfBlocks(wordBlocks(document))
  const found = foundInProperties(parts.value.xmlOf('docProps/core.xml'))
  return documentReading(file, 'docx', { text, found, boilerplate: [] })
}

/** Mammoth is given nothing but the parts that were looked at; null where it finds no document in them. */
async function documentIn({ stored }: OfficeParts): Promise<WordDocument | null> {
  let document: WordDocument | null = null
  const options = {
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    transformDocument: (tree: WordDocument) => {
      document = tree
      return { ...tree, children: [] }
    },
  }
  await mammoth.convertToHtml({ buffer: zipOf(stored) }, options).catch(() => null)
  return document
}
