import { escapedName, unescapedName } from '../../percent-names.ts'

/**
 * The line between documents. Readers of the field know it by its first column and take nothing else from it, or they
 * take it for one more token: so our columns, which say which article follows, stand before a last one that is no mark.
 */
export const DOCUMENT = '-DOCSTART-'

const KEYS = ['id', 'sha256', 'title', 'annotator'] as const
export type DocumentHead = Partial<Readonly<Record<(typeof KEYS)[number], string>>>

const PLAIN = /[\p{L}\p{N}_.-]/u

/** @param placeholders what stands in the columns between a token and its tag. */
export function documentLine(head: DocumentHead, placeholders: readonly string[]): string {
  const said = KEYS.flatMap((key) => {
    const value = head[key]
    return value === undefined ? [] : [`${key}=${escapedName(value, PLAIN)}`]
  })
  return [DOCUMENT, ...placeholders, 'O', ...said, 'O'].join(' ')
}

/** Nothing of what another tool wrote, which has no such columns. */
export function readDocumentLine(columns: readonly string[]): DocumentHead {
  const said = columns.flatMap((column) => {
    const at = column.indexOf('=')
    const key = KEYS.find((one) => one === column.slice(0, at))
    return key && at > 0 ? [[key, unescapedName(column.slice(at + 1))] as const] : []
  })
  return Object.fromEntries(said)
}
