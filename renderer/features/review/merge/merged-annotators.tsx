import type { MergedAnnotator } from '#shared/ipc/merging.ts'
import { merging, nameHere } from '../../../state/merging.ts'
import css from './merge.module.css'

const COUNTS = [
  ['articles', 'Articles'],
  ['added', 'New marks'],
  ['changed', 'Changed since'],
  ['same', 'The same here'],
  ['differing', 'Both changed'],
] as const

type Props = { readonly annotators: readonly MergedAnnotator[] }

/** Whose work is merged, under which name, and how much of it is new here. */
export function MergedAnnotators({ annotators }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it
    <section aria-label="Annotators there" tabIndex={0} className={css.table}>
      <table>
        <caption>Whose work is merged</caption>
        <thead>
          <tr>
            <th scope="col">There</th>
            <th scope="col">Name here</th>
            {COUNTS.map(([what, title]) => (
              <th key={what} scope="col" className={css.number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {annotators.map((one) => (
            <Row key={one.name} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the counts are about, which are made of the names that are proposed. */
function countedWords({ as, isHere }: MergedAnnotator, typed: string): string {
  if (typed.trim() !== as) return `counted as “${as}”`
  return isHere ? 'is here already' : 'is new here'
}

function Row({ one }: { readonly one: MergedAnnotator }) {
  const as = merging(({ names }) => names[one.name])
  return (
    <tr>
      <th scope="row">
        <label className={css.check}>
          <input
            type="checkbox"
            checked={as !== undefined}
            onChange={({ target }) => nameHere(one.name, target.checked ? one.as : null)}
          />
          <span dir="auto">{one.name}</span>
        </label>
      </th>
      <td>
        <div className={css.name}>
          <input
            type="text"
            aria-label={`Name of ${one.name} here`}
            value={as ?? ''}
            disabled={as === undefined}
            onChange={({ target }) => nameHere(one.name, target.value)}
          />
          {as !== undefined && <span className={css.quiet}>{countedWords(one, as)}</span>}
        </div>
      </td>
      {COUNTS.map(([what]) => (
        <td key={what} className={css.number}>
          {one[what].toLocaleString('en')}
        </td>
      ))}
    </tr>
  )
}
