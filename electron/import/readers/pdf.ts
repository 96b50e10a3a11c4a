import { layOut } from '#electron/import/document/block.ts'
import { documentReading, foundInFile } from '#electron/import/document/document-reading.ts'
import { openPdf, type Pdf } from '#electron/import/pdf/open-pdf.ts'
import { paragraphsOf } from '#electron/import/pdf/paragraphs.ts'
import { repeatedLines } from '#electron/import/pdf/repeated.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import { hasVisibleCharacter } from '../decode.ts'
import type { Found, Reader, Reading, SourceFile } from '../reading.ts'

export const pdf: Reader = {
  read: async (file) => [{ part: null, reading: await readPdf(file) }],
}

/** What programs write into a file unasked is often wrong. */
const CERTAINTY = 40
const REPEATED = { kind: 'navigation', reason: 'repeated on every page' } as const

async function readPdf(file: SourceFile): Promise<Result<Reading>> {
  const opened = await openPdf(file.bytes, file.name)
  if (!opened.ok) return opened
  const { pages } = opened.value
  const blocks = paragraphsOf(pages, repeatedLines(pages))
  const { text, placed } = layOut(blocks)
  if (!hasVisibleCharacter(text)) return failed(noText(file.name))
  const boilerplate = placed.flatMap(({ block, start, end }) =>
    block.isRepeated ? [{ start, end, ...REPEATED }] : [],
  )
  return documentReading(file, 'pdf', { text, boilerplate, found: foundIn(opened.value) })
}

const noText = (name: string): string =>
  `“${name}” holds pictures of pages and no text; please have its text recognised (OCR) and import that.`

function foundIn({ title, author, language }: Pdf): Found {
  const isTitle = title !== null && !NO_TITLE.test(title.trim())
  return foundInFile({ title: isTitle ? title : null, byline: author, language }, CERTAINTY)
}

/** Names of files and of the programs that made them. */
const NO_TITLE =
  /^(?:(?:microsoft|libreoffice|openoffice)\b.*|untitled.*|document ?\d*|.*\.(?:docx?|odt|rtf|txt|pdf|indd|qxd|pages|tex|dvi|html?|pptx?|xlsx?))$/i
