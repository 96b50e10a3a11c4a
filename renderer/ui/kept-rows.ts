import type { ListboxRow } from './listbox.tsx'

/**
 * Rows of things that never change are made once each: React then leaves alone what it has drawn of them already, and
 * a change to one costs no more than that one.
 */
export function keptRows<T extends object>(): (item: T, make: () => ListboxRow) => ListboxRow {
  const rows = new WeakMap<T, ListboxRow>()
  return (item, make) => {
    const row = rows.get(item) ?? make()
    rows.set(item, row)
    return row
  }
}
