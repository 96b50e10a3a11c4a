import { UnreadableFile } from '../../adapter.ts'
import { ATTRIBUTE, type TableName } from './table.ts'

/**
 * What columns are called by those who make such tables by hand or with other tools; our own names first. A column that
 * nobody knows stays what it is called.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  article: [
    'article_id',
    'articleid',
    'doc',
    'doc_id',
    'docid',
    'document',
    'document_id',
    'text_id',
    'filename',
    'file',
  ],
  sha256: ['text_sha256', 'article_sha256', 'sha_256', 'hash', 'text_hash'],
  article_text: ['document_text', 'doc_text', 'full_text', 'fulltext', 'content', 'body'],
  article_title: ['title', 'headline'],
  text: ['quote', 'quoted', 'exact', 'span', 'span_text', 'words', 'covered_text', 'surface'],
  start: ['begin', 'start_offset', 'start_char', 'char_start', 'from', 'offset_start', 'start_index'],
  end: ['stop', 'end_offset', 'end_char', 'char_end', 'to', 'offset_end', 'end_index'],
  label: ['tag', 'type', 'category', 'class', 'code', 'entity', 'entity_type'],
  annotator: ['coder', 'user', 'worker', 'annotator_id', 'username'],
  id: ['annotation_id', 'ann_id'],
  note: ['comment', 'comments', 'memo', 'remark'],
}

/** Columns of which one says which article a row is about. */
const SAYING_WHICH = ['article', 'sha256', 'article_text']

/** What a table's columns are, by its first row. @throws {UnreadableFile} where what is needed is not there. */
export function columnsOf(header: readonly string[], name: TableName, path: string): readonly string[] {
  const columns = name === 'annotations' ? annotationColumns(header) : header.map((one) => one.trim())
  const fault = name === 'annotations' ? annotationsFault(columns, path) : null
  if (fault) throw new UnreadableFile(fault, 1)
  return columns
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_')

/** The columns of somebody else's table of annotations by our names. */
function annotationColumns(header: readonly string[]): readonly string[] {
  const given = header.map((name) => (name.startsWith(ATTRIBUTE) ? name : plain(name)))
  const isNamed = SAYING_WHICH.flatMap((ours) => [ours, ...(NAMES[ours] ?? [])]).some((one) =>
    given.includes(one),
  )
  // A table that says of its articles nothing but a text means the article's.
  const meant = isNamed ? given : given.map((name) => (name === 'text' ? 'article_text' : name))
  const known = new Map<string, string>()
  for (const [ours, others] of Object.entries(NAMES)) {
    const found = [ours, ...others].find((name) => meant.includes(name) && !known.has(name))
    if (found !== undefined) known.set(found, ours)
  }
  return meant.map((name) => known.get(name) ?? name)
}

/** What a table of annotations lacks, as a sentence; null where it has all that is needed. */
function annotationsFault(columns: readonly string[], file: string): string | null {
  const missing = ['start', 'end', 'label'].filter((name) => !columns.includes(name))
  if (missing.length > 0) return `“${file}” has no column “${missing.join('”, “')}”.`
  return SAYING_WHICH.some((name) => columns.includes(name))
    ? null
    : `“${file}” does not say which article its rows are about: it needs a column “article”, “sha256” or “text”.`
}
