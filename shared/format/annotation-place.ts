import type { ArticleText } from '../domain/article.ts'

/** Where a file of an annotator's on an article was found, for checking it and for naming it. */
export type AnnotationPlace = {
  readonly source: ArticleText
  readonly annotator: string
  readonly file: string
}

type Said = {
  readonly article: { readonly id: string; readonly sha256: string }
  readonly annotator: string
}

/** The sentence that says how a file's content belongs elsewhere; null when it belongs where it was found. */
export function placeFault({ article, annotator }: Said, place: AnnotationPlace): string | null {
  const { id, sha256 } = place.source.article
  if (article.id !== id) return `It belongs to another article, “${article.id}”.`
  if (article.sha256 !== sha256) return 'It belongs to another version of the article’s text.'
  return isSameName(annotator, place.annotator) ? null : workOf(annotator)
}

export const workOf = (stranger: string): string => `It holds the work of another annotator, “${stranger}”.`

/** Some file systems do not tell the case of a folder's name, or compose its accents, as it was typed. */
export const isSameName = (a: string, b: string): boolean =>
  a === b || a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()
