import type { BroughtPreview } from '#shared/ipc/exchange.ts'
import { brought, changeBrought } from '../../state/brought.ts'
import { schemeOf, useDesk } from '../../state/desk.ts'
import css from './brought.module.css'
import view from './exchange.module.css'

type LabelsProps = Pick<BroughtPreview, 'labels'>

/** What each label of the files is here. */
export function BroughtLabels({ labels }: LabelsProps) {
  return (
    <section aria-label="Labels found" className={view.part}>
      <h2 id="brought-labels">Labels</h2>
      <div className={css.table}>
        <table aria-labelledby="brought-labels">
          <thead>
            <tr>
              <th scope="col">In the files</th>
              <th scope="col">Annotations</th>
              <th scope="col">Here</th>
            </tr>
          </thead>
          <tbody>
            {labels.map(({ label, count }) => (
              <tr key={label}>
                <th scope="row" dir="auto">
                  {label}
                </th>
                <td>{count.toLocaleString('en')}</td>
                <td>
                  <LabelChoice label={label} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p aria-live="polite" className={view.quiet}>
        <MappingSentence labels={labels} />
      </p>
    </section>
  )
}

function LabelChoice({ label }: { readonly label: string }) {
  const scheme = useDesk(schemeOf)
  const labels = brought(({ choices }) => choices.labels)
  const put = (as: string) => changeBrought({ labels: { ...labels, [label]: as || null } })
  return (
    <select
      aria-label={`What ${label} is here`}
      value={labels[label] ?? ''}
      onChange={({ target }) => put(target.value)}
    >
      <option value="">leave out</option>
      {scheme.labels.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}

function MappingSentence({ labels }: LabelsProps) {
  const scheme = useDesk(schemeOf)
  const as = brought(({ choices }) => choices.labels)
  const counts = scheme.labels.flatMap(({ id, title }) => {
    const count = sumOf(labels.filter(({ label }) => as[label] === id))
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? 'becomes' : 'become'} ${title}`]
  })
  const left = sumOf(labels.filter(({ label }) => as[label] == null))
  return [
    ...counts,
    ...(left === 0 ? [] : [`${left.toLocaleString('en')} ${left === 1 ? 'is' : 'are'} left out`]),
  ].join(', ')
}

const sumOf = (labels: LabelsProps['labels']): number => labels.reduce((sum, { count }) => sum + count, 0)
