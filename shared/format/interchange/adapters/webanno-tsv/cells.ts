import { splitValues, unescapedValue } from './escaping.ts'

/** One of the values that are stacked in a cell, with the number behind it that tells marks apart, if any. */
export type Value = {
  /** Null where there is a mark, but no value. */
  readonly text: string | null
  readonly n: number | null
}

const NUMBERED = /^(?<value>(?:[^\\]|\\.)*?)\[(?<n>\d+)\]$/su

/** Nothing where no mark of the layer stands in the row. */
export const readValues = (cell: string): readonly Value[] =>
  cell === '_' ? [] : splitValues(cell, '|').map(readValue)

function readValue(written: string): Value {
  const { value = written, n } = NUMBERED.exec(written)?.groups ?? {}
  return {
    text: value === '*' || value === '_' ? null : value,
    n: n === undefined ? null : Number(n),
  }
}

export const valueText = ({ text }: Value): string | null => (text === null ? null : unescapedValue(text))

/** Where something points to: the row of a mark, and the mark's number where the row may have several. */
export type Pointer = { readonly unit: string; readonly n: number | null }

const POINTER = /^(?<unit>\d+-\d+(?:\.\d+)?)(?:\[(?<n>\d+)\])?$/
const SOURCE = /^(?<unit>\d+-\d+(?:\.\d+)?)(?:\[(?<from>\d+)_(?<to>\d+)\])?$/

export function readPointer(text: string): Pointer | null {
  const { unit, n } = POINTER.exec(text)?.groups ?? {}
  return unit ? { unit, n: numberOf(n) } : null
}

/** Both ends of a relation, whose second one stands in row `unit`. */
export function readEnds(
  text: string,
  unit: string,
): { readonly from: Pointer; readonly to: Pointer } | null {
  const { unit: source, from, to } = SOURCE.exec(text)?.groups ?? {}
  return source ? { from: { unit: source, n: numberOf(from) }, to: { unit, n: numberOf(to) } } : null
}

/** 0 stands for a mark that has no number. */
const numberOf = (digits: string | undefined): number | null => Number(digits ?? 0) || null
