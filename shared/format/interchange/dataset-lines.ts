import { DATASET_FORMAT, DATASET_VERSION, type DatasetFrame } from '../dataset.ts'
import { type Read, readFrame } from '../dataset-problems.ts'
import { parseJson } from '../json.ts'

/** The dataset with one article a line: the first line is all of it but the articles. */
export const DATASET_LINES = 'glosswright/dataset-lines'
export const DATASET_LINES_VERSION = 1

/** The frame on such a file's first line; its articles are none. */
export function frameOfLines(text: string): Read<DatasetFrame> {
  const json = parseJson(text)
  if (!json.ok) return fault(json.problem.sentence)
  const { format, version } = Object(json.value) as { format?: unknown; version?: unknown }
  if (format !== DATASET_LINES)
    return fault('This is not a Glosswright dataset: its first line says nothing of the kind.')
  if (typeof version === 'number' && version > DATASET_LINES_VERSION)
    return fault('This dataset was written by a newer Glosswright; update Glosswright to read it.')
  if (version !== DATASET_LINES_VERSION) return fault('Its version number is missing.')
  return readFrame({ ...Object(json.value), format: DATASET_FORMAT, version: DATASET_VERSION, articles: [] })
}

const fault = (problem: string): Read<DatasetFrame> => ({ ok: false, problems: [problem] })
