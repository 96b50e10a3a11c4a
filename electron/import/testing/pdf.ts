/** Words on a page, in points from its lower left corner. */
export type Words = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
}

type Extras = {
  /** What stands between the brackets of the information dictionary. */
  readonly information?: string
  /** Entries of the trailer. */
  readonly trailer?: string
  /** Entries of the catalogue. */
  readonly catalog?: string
}

/** A whole small PDF file: a page for each list of words, in Helvetica. */
export function pdfOf(
  pages: readonly (readonly Words[])[],
  { information = '', trailer = '', catalog = '' }: Extras = {},
): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((words, i) => [pageObject(5 + 2 * i), streamObject(words.map(shownWords).join('\n'))]),
    `<< ${information} >>`,
  ]
  return Buffer.from(fileOf(objects, trailer), 'latin1')
}

/** Lines below each other. */
export const linesAt = (x: number, y: number, lines: readonly string[], size = 10): readonly Words[] =>
  lines.map((text, i) => ({ text, x, y: y - i * size * 1.2, size }))

const pageObject = (contents: number): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} 0 R >>`

const streamObject = (content: string): string =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

const shownWords = ({ text, x, y, size = 10 }: Words): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`

function fileOf(objects: readonly string[], trailer: string): string {
  let file = '%PDF-1.4\n'
  const places: string[] = []
  for (const [i, object] of objects.entries()) {
    places.push(`${String(file.length).padStart(10, '0')} 00000 n \n`)
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  return `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R /Info ${size - 1} 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
}
