import type { ReactNode } from 'react'
import css from './quality.module.css'

type Props = { readonly name: string; readonly head: readonly string[]; readonly children: ReactNode }

/** A table that scrolls sideways where there is no room for it, by the keyboard too. */
export function WideTable({ name, head, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by the keyboard
    <section aria-label={name} tabIndex={0} className={css.scroller}>
      <table className={css.table}>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
