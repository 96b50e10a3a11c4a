import { compareText } from '#shared/domain/compare-text.ts'
import { escapedFileName, unescapedName } from '../../percent-names.ts'

/** Folders of annotators are told from others, which brat calls collections, by what their names begin with. */
const BY = 'by-'

/** Without an ending. */
export function stemOf(article: string, annotator: string | null): string {
  const name = escapedFileName(article)
  return annotator === null ? name : `${BY}${escapedFileName(annotator)}/${name}`
}

export function readStem(path: string): { readonly article: string; readonly annotator: string | null } {
  const parts = path.replace(/\.(?:ann|txt)$/, '').split('/')
  const folder = parts.at(-2) ?? ''
  return {
    article: unescapedName(parts.at(-1) ?? ''),
    annotator: folder.startsWith(BY) ? unescapedName(folder.slice(BY.length)) : null,
  }
}

/** Annotations with their text, by article, then by annotator. */
export function bratGroups(paths: readonly string[]): readonly (readonly string[])[] {
  const all = new Set(paths)
  const documents = paths.filter((path) => path.endsWith('.ann')).map((ann) => ({ ann, ...readStem(ann) }))
  documents.sort((a, b) => compareText(a.article, b.article) || compareText(a.ann, b.ann))
  return documents.map(({ ann }) => {
    const txt = ann.replace(/\.ann$/, '.txt')
    return all.has(txt) ? [ann, txt] : [ann]
  })
}
