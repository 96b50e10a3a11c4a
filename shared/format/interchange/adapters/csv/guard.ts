/**
 * Spreadsheets take a cell that begins so for a formula and work it out, which a text from elsewhere may be made to abuse.
 * An apostrophe before it makes it words again. Cells that begin with an apostrophe get another one, so that taking one off
 * gives back each cell as it was.
 */
const TAKEN_FOR_FORMULA = /^[=+\-@\t\r']/

export const guarded = (cell: string): string => (TAKEN_FOR_FORMULA.test(cell) ? `'${cell}` : cell)

export const unguarded = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)

/** The line of “about” that says that cells are guarded. */
export const GUARD_FIELD = 'apostrophes'
export const GUARD_WORDS =
  'a cell that begins with = + - @ tab, carriage return or apostrophe has one more apostrophe before it'
