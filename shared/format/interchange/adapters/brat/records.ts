import type { Span } from '#shared/domain/span.ts'
import { unescapedName } from '../../percent-names.ts'

/**
 * The lines of an `.ann` file, each by itself: https://brat.nlplab.org/standoff.html. A sentence says what is wrong with a
 * line; null is a line that says nothing of a mark.
 */
export type BratRecord =
  | {
      readonly kind: 'mark'
      readonly id: string
      readonly type: string
      readonly pieces: readonly Span[]
      /** Null where the file leaves it out. */
      readonly words: string | null
    }
  | {
      readonly kind: 'event'
      readonly id: string
      readonly type: string
      readonly trigger: string
      readonly fillers: readonly Filling[]
    }
  | {
      readonly kind: 'link'
      readonly id: string
      readonly type: string
      readonly from: string
      readonly to: string
    }
  | {
      readonly kind: 'attribute' | 'note'
      readonly id: string
      readonly type: string
      readonly of: string
      readonly value: string
    }
  | {
      readonly kind: 'reference'
      readonly id: string
      readonly type: string
      readonly of: string
      readonly value: string
      /** Empty where the file leaves it out. */
      readonly name: string
    }
export type Filling = { readonly role: string; readonly ref: string }

export function readRecordLine(line: string): BratRecord | string | null {
  if (line.trim() === '' || line.startsWith('*')) return null
  const [id = '', data = '', ...tail] = line.split('\t')
  const read = READERS[id.slice(0, 1)]
  if (!read || !/^[A-Za-z#]+\d+\S*$/.test(id)) {
    return line.startsWith('#')
      ? null
      : 'This is no line of brat’s: an id such as “T1”, a tab, and what it says.'
  }
  return read(id, data, tail.length > 0 ? tail.join('\t') : null)
}

type ReadLine = (id: string, data: string, tail: string | null) => BratRecord | string

const MARK = /^(?<type>\S+) (?<offsets>\d+ \d+(?:;\d+ \d+)*) *$/
const EVENT = /^(?<type>[^\s:]+):(?<trigger>[^\s:]+)(?<fillers>(?: +[^\s:]+:[^\s:]+)*) *$/
const LINK = /^(?<type>\S+) +[^\s:]+:(?<from>[^\s:]+) +[^\s:]+:(?<to>[^\s:]+) *$/
const ATTRIBUTE = /^(?<type>\S+) (?<of>\S+)(?: (?<value>.*\S))? *$/u
const NOTE = /^(?<type>\S+) +(?<of>\S+) *$/
const REFERENCE = /^(?<type>\S+) (?<of>\S+) (?<value>\S+?:\S+) *$/

function readMark(id: string, data: string, words: string | null): BratRecord | string {
  const { type, offsets } = MARK.exec(data)?.groups ?? {}
  if (!type || !offsets) return 'A mark is written as its type and its offsets, such as “actor 0 5”.'
  const pieces = offsets
    .split(';')
    .map((piece) => {
      const [start = 0, end = 0] = piece.split(' ').map(Number)
      return { start, end }
    })
    .sort((a, b) => a.start - b.start)
  const crossing = pieces.find(({ start }, i) => i > 0 && start < (pieces[i - 1] as Span).end)
  if (crossing) return `Its pieces overlap at ${crossing.start}.`
  return { kind: 'mark', id, type: unescapedName(type), pieces, words }
}

function readEvent(id: string, data: string): BratRecord | string {
  const { type, trigger, fillers } = EVENT.exec(data)?.groups ?? {}
  if (!type || !trigger)
    return 'An event is written as its type and its trigger, such as “promise:T1 who:T2”.'
  const read = (fillers ?? '')
    .split(' ')
    .filter(Boolean)
    .map((filler) => {
      const [role = '', ref = ''] = filler.split(':')
      return { role: unescapedName(role.replace(/(?<=.)\d+$/, '')), ref }
    })
  return { kind: 'event', id, type: unescapedName(type), trigger, fillers: read }
}

function readLink(id: string, data: string): BratRecord | string {
  const { type, from, to } = LINK.exec(data)?.groups ?? {}
  if (!type || !from || !to)
    return 'A relation has a type and two arguments, such as “same-as Arg1:E1 Arg2:E2”.'
  return { kind: 'link', id, type: unescapedName(type), from, to }
}

function readAttribute(id: string, data: string): BratRecord | string {
  const { type, of, value } = ATTRIBUTE.exec(data)?.groups ?? {}
  if (!type || !of) return 'An attribute has a name and a target, such as “Negation E1”.'
  return {
    kind: 'attribute',
    id,
    type: unescapedName(type),
    of,
    value: value === undefined ? BINARY : unescapedName(value),
  }
}

/** The value of an attribute that has none: it holds. */
export const BINARY = 'true'

function readNote(id: string, data: string, text: string | null): BratRecord | string {
  const { type, of } = NOTE.exec(data)?.groups ?? {}
  if (!type || !of) return 'A note has a type and a target, such as “AnnotatorNotes T1”.'
  return { kind: 'note', id, type, of, value: text?.trim() ?? '' }
}

function readReference(id: string, data: string, name: string | null): BratRecord | string {
  const { type, of, value } = REFERENCE.exec(data)?.groups ?? {}
  if (!type || !of || !value)
    return 'A normalization has a type, a target and an entry, such as “Reference T1 Wikipedia:42”.'
  return { kind: 'reference', id, type, of, value, name: name?.trim() ?? '' }
}

const READERS: Readonly<Record<string, ReadLine>> = {
  T: readMark,
  E: readEvent,
  R: readLink,
  A: readAttribute,
  M: readAttribute,
  N: readReference,
  '#': readNote,
}
