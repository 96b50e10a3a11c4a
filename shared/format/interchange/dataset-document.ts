import type { DatasetFrame } from '../dataset.ts'
import { type Read, readFrame } from '../dataset-problems.ts'
import { parseJson } from '../json.ts'
import { type InFile, UnreadableFile } from './adapter.ts'
import { DATASET_LINES, frameOfLines } from './dataset-lines.ts'
import { jsonPieces } from './json-pieces.ts'

/** The key of a dataset's articles. */
export const ARTICLES = 'articles'

/** What stands around a dataset's articles; of one article a line there may be none. @throws {UnreadableFile} */
export async function readDocumentFrame(file: InFile): Promise<Read<DatasetFrame>> {
  for await (const piece of jsonPieces(file, ARTICLES)) {
    if (piece.kind !== 'frame') continue
    const json = parseJson(piece.text)
    if (!json.ok) throw new UnreadableFile(json.problem.sentence)
    return Object(json.value).format === DATASET_LINES ? frameOfLines(piece.text) : readFrame(json.value)
  }
  throw new Error('a document has a frame')
}
