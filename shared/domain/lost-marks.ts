import type { Earlier } from './record.ts'

/** Whether a mark that is not there may still come: an earlier version of the text has it, and it was not let go. */
export const mayCome = (earlier: Earlier | null, id: string): boolean =>
  earlier !== null && !earlier.dropped.includes(id)

/** What a mark is called that is referred to and is not there. */
export const lostMark = (earlier: Earlier | null, id: string): string =>
  mayCome(earlier, id) ? 'a mark that waits to be placed' : 'a mark that is gone'
