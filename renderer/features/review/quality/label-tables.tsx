import type { QualityOf } from '#shared/domain/quality-report.ts'
import { type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { LabelChip } from '../../../ui/label-chip.tsx'
import { LengthPlot } from './length-plot.tsx'
import css from './quality.module.css'
import type { Row } from './quality-rows.ts'
import { ShareBar } from './share-bar.tsx'
import { WideTable } from './wide-table.tsx'

/** Of each label how many there are, how long they are, and which roles are filled. */
export function LabelTables({ rows }: { readonly rows: readonly Row[] }) {
  const scheme = useDesk(schemeOf)
  return labelsIn(rows, scheme).map((label) => <LabelTable key={label} label={label} rows={rows} />)
}

/** In the scheme's order, and then those that it does not know. */
function labelsIn(rows: readonly Row[], scheme: Scheme): readonly string[] {
  const met = new Set(rows.flatMap(({ of }) => Object.keys(of.byLabel)))
  return [...new Set([...scheme.labels.map(({ id }) => id), ...met])]
}

type Props = { readonly label: string; readonly rows: readonly Row[] }

function LabelTable({ label, rows }: Props) {
  const scheme = useDesk(schemeOf)
  const { title, shape } = shownLabel(scheme, label)
  const found = rows.flatMap(({ of }) => of.byLabel[label] ?? [])
  const roles = [...new Set(found.flatMap((one) => Object.keys(one.roles)))]
  const scale = Math.max(1, ...found.map(({ lengths }) => Math.min(lengths[4], 2 * lengths[3])))
  const titles = roles.map((role) => scheme.roles.find(({ id }) => id === role)?.title ?? role)
  return (
    <div className={css.part}>
      <h2>
        <LabelChip labelId={label} shape={shape} title={title} />
      </h2>
      {found.length === 0 ? (
        <p className={css.quiet}>None yet.</p>
      ) : (
        <WideTable
          name={`${title}, by annotator`}
          head={['Annotator', 'Annotations', 'Length in characters', ...titles]}
        >
          {rows.map((row) => (
            <LabelRow key={row.name} row={row} label={label} roles={roles} scale={scale} />
          ))}
        </WideTable>
      )}
    </div>
  )
}

type RowProps = {
  readonly row: Row
  readonly label: string
  readonly roles: readonly string[]
  readonly scale: number
}

function LabelRow({ row: { name, of, isAll }, label, roles, scale }: RowProps) {
  const one: QualityOf['byLabel'][string] | undefined = of.byLabel[label]
  const total = one?.annotations ?? 0
  return (
    <tr className={isAll ? css.all : undefined}>
      <th scope="row">{name}</th>
      <td>
        <ShareBar count={total} total={of.annotations} />
      </td>
      <td>
        {one ? <LengthPlot lengths={one.lengths} scale={scale} /> : <span className={css.quiet}>–</span>}
      </td>
      {roles.map((role) => (
        <td key={role}>
          <ShareBar count={one?.roles[role] ?? 0} total={total} />
        </td>
      ))}
    </tr>
  )
}
