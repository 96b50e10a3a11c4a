import type { Span } from '#shared/domain/span.ts'
import { type Pointer, readEnds, readPointer, readValues, type Value, valueText } from './cells.ts'
import { splitValues, unescapedValue } from './escaping.ts'
import { isLinguistic, type Layer } from './read-header.ts'
import { TsvFault } from './tsv-fault.ts'

export type Row = Span & { readonly id: string; readonly cells: readonly string[]; readonly line: number }

/** A mark as its rows build it up. Offsets are UTF-16. */
export type Draft = {
  readonly layer: Layer
  readonly line: number
  readonly features: ReadonlyMap<string, string>
  readonly slots: readonly { readonly role: string; readonly to: Pointer }[]
  start: number
  end: number
}

export type Relation = {
  readonly layer: Layer
  readonly line: number
  readonly features: ReadonlyMap<string, string>
  readonly from: Pointer
  readonly to: Pointer
}

/** All marks and relations of a file's rows. */
export class Drafts {
  readonly marks: Draft[] = []
  readonly relations: Relation[] = []
  readonly #layers: readonly Layer[]
  readonly #byNumber = new Map<number, Draft>()
  readonly #byUnit = new Map<string, Draft[]>()

  constructor(layers: readonly Layer[]) {
    this.#layers = layers.filter(({ type, base }) => !isLinguistic(type) && !isLinguistic(base))
  }

  take(row: Row): void {
    for (const layer of this.#layers) {
      if (layer.kind === 'span') this.#takeMarks(layer, row)
      if (layer.kind === 'relation') this.#takeRelations(layer, row)
    }
  }

  /** @throws {TsvFault} where no mark is there. */
  at({ unit, n }: Pointer, type: string, line: number): Draft {
    const inUnit = this.#byUnit.get(unit) ?? []
    const found =
      n === null ? (inUnit.find(({ layer }) => layer.type === type) ?? inUnit[0]) : this.#byNumber.get(n)
    if (!found)
      throw new TsvFault(line, `It points to “${unit}${n === null ? '' : `[${n}]`}”, where no mark is.`)
    return found
  }

  #takeMarks(layer: Layer, row: Row): void {
    const stacks = columnsOf(layer, row).map(readValues)
    const height = Math.max(...stacks.map((stack) => stack.length))
    for (let i = 0; i < height; i++) {
      const values = stacks.map((stack) => stack[i])
      const n = numberIn(layer, values)
      const known = n === null ? undefined : this.#byNumber.get(n)
      if (known && known.layer !== layer)
        throw new TsvFault(row.line, `The number ${n} stands for two marks.`)
      const mark = known ?? this.#newMark(layer, values, row)
      mark.start = Math.min(mark.start, row.start)
      mark.end = Math.max(mark.end, row.end)
      if (n !== null) this.#byNumber.set(n, mark)
      this.#byUnit.set(row.id, [...(this.#byUnit.get(row.id) ?? []), mark])
    }
  }

  #newMark(layer: Layer, values: readonly (Value | undefined)[], { line, start, end }: Row): Draft {
    const mark = {
      layer,
      line,
      features: featuresOf(layer, values),
      slots: slotsOf(layer, values, line),
      start,
      end,
    }
    this.marks.push(mark)
    return mark
  }

  #takeRelations(layer: Layer, row: Row): void {
    const stacks = columnsOf(layer, row).map(readValues)
    const cells = columnsOf(layer, row).map((cell) => splitValues(cell, '|'))
    const at = layer.columns.findIndex(({ kind }) => kind === 'relation source')
    for (const [i, source] of (stacks[at]?.length ? (cells[at] ?? []) : []).entries()) {
      const ends = readEnds(source, row.id)
      if (!ends) throw new TsvFault(row.line, `“${source}” is no place that a relation comes from.`)
      const features = featuresOf(
        layer,
        stacks.map((stack) => stack[i]),
      )
      this.relations.push({ layer, line: row.line, features, ...ends })
    }
  }
}

const columnsOf = ({ from, columns }: Layer, { cells }: Row): readonly string[] =>
  cells.slice(from, from + columns.length)

/** The targets of slots have numbers of their own. */
const numberIn = ({ columns }: Layer, values: readonly (Value | undefined)[]): number | null =>
  values.find((value, i) => columns[i]?.kind !== 'slot targets' && value && value.n !== null)?.n ?? null

function featuresOf({ columns }: Layer, values: readonly (Value | undefined)[]): ReadonlyMap<string, string> {
  return new Map(
    columns.flatMap(({ kind, feature }, i) => {
      const value = values[i]
      const text = kind === 'feature' && value ? valueText(value) : null
      return text === null ? [] : [[feature, text]]
    }),
  )
}

function slotsOf({ columns }: Layer, values: readonly (Value | undefined)[], line: number): Draft['slots'] {
  return columns.flatMap(({ kind, feature }, i) => {
    const roles = kind === 'slot roles' ? values[i]?.text : null
    const targets = values[i + 1]
    if (!roles || !targets || targets.text === null) return []
    const [names, places] = [splitValues(roles, ';'), splitValues(rawTargets(targets), ';')]
    if (names.length !== places.length)
      throw new TsvFault(line, 'It has not as many roles as fillers of roles.')
    return names.map((name, at) => {
      const to = readPointer(places[at] as string)
      if (!to) throw new TsvFault(line, `“${places[at]}” is no place of a mark.`)
      return { role: name === '*' ? feature : unescapedValue(name), to }
    })
  })
}

/** A number behind the last target is that target's. */
const rawTargets = ({ text, n }: Value): string => (n === null ? `${text}` : `${text}[${n}]`)
