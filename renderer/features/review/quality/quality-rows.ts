import type { QualityOf, QualityReport } from '#shared/domain/quality-report.ts'

/** A row of the tables: everybody, or one annotator. */
export type Row = { readonly name: string; readonly of: QualityOf; readonly isAll: boolean }

/** Where there is one annotator alone, all is said with that one. */
export function rowsOf({ all, annotators }: QualityReport): readonly Row[] {
  const each = annotators.map((of) => ({ name: of.annotator, of, isAll: false }))
  return each.length > 1 ? [{ name: 'All', of: all, isAll: true }, ...each] : each
}
