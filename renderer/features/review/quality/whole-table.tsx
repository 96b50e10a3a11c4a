import type { ReactNode } from 'react'
import css from './quality.module.css'
import type { Row } from './quality-rows.ts'
import { ShareBar } from './share-bar.tsx'
import { WideTable } from './wide-table.tsx'

type Column = { readonly title: string; readonly cell: (row: Row) => ReactNode }

const COLUMNS: readonly Column[] = [
  { title: 'Articles', cell: ({ of }) => of.articles.toLocaleString('en') },
  { title: 'Done', cell: ({ of }) => <ShareBar count={of.done} total={of.articles} /> },
  { title: 'Annotations', cell: ({ of }) => of.annotations.toLocaleString('en') },
  { title: 'Unsure', cell: ({ of }) => <ShareBar count={of.unsure} total={of.annotations} /> },
  { title: 'With a note', cell: ({ of }) => <ShareBar count={of.withNote} total={of.annotations} /> },
  { title: 'Mentions linked', cell: ({ of }) => <ShareBar count={of.linked} total={of.linkable} /> },
  { title: 'Lie in another', cell: ({ of }) => <ShareBar count={of.nested} total={of.annotations} /> },
  {
    title: 'In several pieces',
    cell: ({ of }) => <ShareBar count={of.discontinuous} total={of.annotations} />,
  },
  { title: 'Deepest stack', cell: ({ of }) => of.deepest },
]

/** What can be said of all marks, whatever their labels. */
export function WholeTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <div className={css.part}>
      <h2>All annotations</h2>
      <WideTable name="All annotations" head={['Annotator', ...COLUMNS.map(({ title }) => title)]}>
        {rows.map((row) => (
          <tr key={row.name} className={row.isAll ? css.all : undefined}>
            <th scope="row">{row.name}</th>
            {COLUMNS.map(({ title, cell }) => (
              <td key={title}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </WideTable>
    </div>
  )
}
