export type Cells = readonly (string | number)[]

/** The cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly Cells[]): string {
  const row = (cells: Cells): string => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}
