import { type Annotation, manualAnnotation } from '../domain/annotation.ts'
import type { Article, ArticleText, Provenance } from '../domain/article.ts'
import type { Edit } from '../domain/edit.ts'
import { type Metadata, NOTHING_KNOWN } from '../domain/metadata.ts'

export const untitled: Metadata = { ...NOTHING_KNOWN, title: '' }

export const plainUtf8: Provenance = {
  encoding: 'utf-8',
  certainty: 100,
  byteOrderMark: false,
  original: null,
}

export const someHash = 'ab'.repeat(32)

export function articleText(text: string, article: Partial<Article> = {}): ArticleText {
  const base = {
    id: 'an-article',
    metadata: untitled,
    provenance: plainUtf8,
    sha256: someHash,
    boilerplate: [],
    evidence: {},
  }
  return { text, article: { ...base, ...article } }
}

export const now = '2026-01-02T03:04:05.678Z'

export const mark = (id: string, start: number, end: number): Annotation =>
  manualAnnotation({ id, label: 'actor', start, end, now })

/** The edit that adds `annotation`, or puts it in place of `before`. */
export const marking = (annotation: Annotation, before: Annotation | null = null): Edit => ({
  name: 'Mark',
  changes: [{ kind: 'annotation', id: annotation.id, before, after: annotation }],
})
