import { zipOf } from '../zip-of.ts'

/** A zip archive of texts, by their names, that are not made smaller: no limit of the archive itself is met. */
export const stored = (members: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  zipOf(Object.entries(members).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) })))

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = `xmlns:r="${OFFICE}"`

const relationship = (type: string, target: string, id = 'rId1'): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
const relationships = (...all: readonly string[]): string =>
  `<Relationships xmlns="${RELATIONSHIPS}">${all.join('')}</Relationships>`

/** A Word document. @param body what stands in `w:body`. */
export const docxOf = (body: string, others: Readonly<Record<string, string | Uint8Array>> = {}): Buffer =>
  stored({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships(relationship('officeDocument', 'word/document.xml')),
    'word/document.xml': `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    ...others,
  })

/** A paragraph of Word's. @param more what stands before its run. */
export const wordParagraph = (text: string, more = ''): string =>
  `<w:p>${more}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

export const wordNotes = (kind: 'footnote' | 'endnote', notes: readonly string[]): string =>
  `<w:${kind}s ${W}>${notes.map((note, i) => `<w:${kind} w:id="${i + 1}">${note}</w:${kind}>`).join('')}</w:${kind}s>`

const CORE =
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
export const coreProperties = (inside: string): string =>
  `<cp:coreProperties ${CORE}>${inside}</cp:coreProperties>`

const ODF =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'

/** An OpenDocument text. @param body what stands in `office:text`. */
export const odtOf = (body: string, others: Readonly<Record<string, string | Uint8Array>> = {}): Buffer =>
  stored({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    'content.xml': `<office:document-content ${ODF}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...others,
  })

export const odtMeta = (inside: string): string =>
  `<office:document-meta ${ODF}><office:meta>${inside}</office:meta></office:document-meta>`

/** An Excel workbook of one sheet. @param data what stands in `sheetData`. */
export const xlsxOf = (data: string): Buffer =>
  stored({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships(relationship('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${R}><sheets><sheet name="News" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      relationship('worksheet', 'worksheets/sheet1.xml'),
      relationship('styles', 'styles.xml', 'rId2'),
    ),
    'xl/styles.xml':
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
  })

/** A row of cells that are words. */
export const sheetRow = (number: number, words: readonly string[]): string =>
  `<row r="${number}">${words.map((text, i) => `<c r="${'ABCDEFGH'[i]}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
