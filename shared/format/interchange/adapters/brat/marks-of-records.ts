import { hullOf, type Span } from '#shared/domain/span.ts'
import type { ReadActor, ReadAnnotation } from '../../adapter.ts'
import { readRecord, spanFaultIn } from '../../read-values.ts'
import { UNSURE } from './configuration.ts'
import { BINARY, type BratRecord } from './records.ts'
import { REMAINDER, type Remainder, remainderSchema } from './remainder.ts'
import { joinedOverLines } from './runs.ts'

/** A record with the line that it stands in. */
export type Placed = { readonly line: number; readonly record: BratRecord }

/** What is wrong with a file, thrown out of reading it. */
export class BratFault extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

type Of<K extends BratRecord['kind']> = Extract<BratRecord, { readonly kind: K }>
type Mark = Of<'mark'>
type Fillers = Record<string, NonNullable<ReadAnnotation['roles']>[string]>
type Draft = {
  readonly id: string
  readonly label: string
  runs: readonly Span[]
  readonly attributes: Record<string, string>
  readonly roles: Map<string, Fillers[string]>
  readonly links: { kind: string; to: string }[]
  readonly notes: string[]
  actor?: string
  isUnsure: boolean
}

/**
 * @param characters of the text, one code point each; null where the file has no text beside it.
 * @throws {BratFault}
 */
export function marksOfRecords(
  records: readonly Placed[],
  characters: readonly string[] | null,
): { readonly marks: readonly ReadAnnotation[]; readonly actors: readonly ReadActor[] } {
  const file = new BratFile(records, characters)
  for (const placed of records) file.take(placed)
  return { marks: file.annotations(), actors: file.actors }
}

class BratFile {
  readonly #characters: readonly string[] | null
  readonly #drafts = new Map<string, Draft>()
  /** Which mark an id means: an event’s trigger stands for the event. */
  readonly #targets = new Map<string, Draft>()
  readonly #ids = new Set<string>()
  readonly #actors = new Map<string, ReadActor>()

  constructor(records: readonly Placed[], characters: readonly string[] | null) {
    this.#characters = characters
    for (const { line, record } of records) {
      if (this.#ids.has(record.id)) throw new BratFault(line, `The id “${record.id}” is there twice.`)
      this.#ids.add(record.id)
    }
    this.#placeMarks(records)
  }

  #placeMarks(records: readonly Placed[]): void {
    const events = new Map<string, Of<'event'>[]>()
    const triggers = new Map<string, number>()
    for (const { record, line } of records) {
      if (record.kind !== 'event') continue
      events.set(record.trigger, [...(events.get(record.trigger) ?? []), record])
      triggers.set(record.trigger, line)
    }
    for (const { record, line } of records) {
      if (record.kind !== 'mark') continue
      triggers.delete(record.id)
      const runs = this.#runsOf(record, line)
      for (const { id, type } of events.get(record.id) ?? [record])
        this.#add(record.id, id, newDraft(id, type, runs))
    }
    for (const [trigger, line] of triggers)
      throw new BratFault(line, `Its trigger “${trigger}” is no mark of this file.`)
  }

  #add(mark: string, id: string, draft: Draft): void {
    this.#drafts.set(id, draft)
    this.#targets.set(id, draft)
    if (!this.#targets.has(mark)) this.#targets.set(mark, draft)
  }

  #runsOf({ pieces, words }: Mark, line: number): readonly Span[] {
    const characters = this.#characters
    for (const piece of pieces) {
      const fault = spanFaultIn(piece, characters?.length ?? Number.MAX_SAFE_INTEGER)
      if (fault) throw new BratFault(line, fault)
    }
    if (!characters) return pieces
    const quotes = pieces.map(({ start, end }) => characters.slice(start, end).join(''))
    if (words !== null && !isQuote(words, quotes))
      throw new BratFault(line, `It says “${words}”, but the text there is “${quotes.join(' ')}”.`)
    return joinedOverLines(pieces, characters)
  }

  take({ record, line }: Placed): void {
    if (record.kind === 'event') {
      const draft = this.#drafts.get(record.id) as Draft
      for (const { role, ref } of record.fillers)
        draft.roles.set(role, [...(draft.roles.get(role) ?? []), { mention: this.#target(ref, line).id }])
    }
    if (record.kind === 'link')
      this.#target(record.from, line).links.push({ kind: record.type, to: this.#target(record.to, line).id })
    if (record.kind === 'attribute' || record.kind === 'note' || record.kind === 'reference') {
      // What is said of relations and attributes has no place here; of a reference, whom it means.
      if (/^[TE]/.test(record.of)) this.#say(record, line)
      else if (isAboutReference(record)) this.#meet(remainderIn(record.value, line).actors)
    }
  }

  #target(ref: string, line: number): Draft {
    const draft = this.#targets.get(ref)
    if (!draft) throw new BratFault(line, `It refers to “${ref}”, which is no mark of this file.`)
    return draft
  }

  #say(record: Of<'attribute' | 'note' | 'reference'>, line: number): void {
    const draft = this.#target(record.of, line)
    const { type, value } = record
    if (record.kind === 'attribute') {
      if (type === UNSURE && value === BINARY) draft.isUnsure = true
      else draft.attributes[type] = value
    }
    if (record.kind === 'reference' && value.startsWith(REGISTRY)) this.#mean(draft, record)
    if (record.kind === 'note' && type === 'AnnotatorNotes') draft.notes.push(value)
    if (record.kind === 'note' && type === REMAINDER) this.#complete(draft, value, line)
  }

  /** A name that is an id says nothing; whole entries come behind it. */
  #mean(draft: Draft, { value, name }: Of<'reference'>): void {
    const id = value.slice(REGISTRY.length)
    draft.actor = id
    if (name !== '' && name !== id && !this.#actors.has(id)) this.#actors.set(id, { id, name })
  }

  #meet(actors: readonly ReadActor[] = []): void {
    for (const actor of actors) this.#actors.set(actor.id, actor)
  }

  get actors(): readonly ReadActor[] {
    return [...this.#actors.values()]
  }

  #complete(draft: Draft, json: string, line: number): void {
    const { actor, actors, attributes, note, spans, fillers = [] } = remainderIn(json, line)
    this.#meet(actors)
    if (actor !== undefined) draft.actor = actor
    if (note !== undefined) draft.notes.push(note)
    for (const [name, value] of Object.entries(attributes ?? {})) draft.attributes[name] = value
    if (spans) draft.runs = this.#exactRuns(spans, line)
    for (const one of fillers) this.#fill(draft, one, line)
  }

  #exactRuns(spans: readonly (readonly [number, number])[], line: number): readonly Span[] {
    const runs = spans.map(([start, end]) => ({ start, end }))
    const length = this.#characters?.length ?? Number.MAX_SAFE_INTEGER
    const fault = runs.map((run) => spanFaultIn(run, length)).find(Boolean)
    const isSorted = runs.every(({ start }, i) => i === 0 || start >= (runs[i - 1] as Span).end)
    if (fault || !isSorted) throw new BratFault(line, fault ?? 'Its pieces overlap or are out of order.')
    return runs
  }

  #fill(draft: Draft, { role, at, filler }: NonNullable<Remainder['fillers']>[number], line: number): void {
    const fillers = draft.roles.get(role) ?? []
    const known = 'mention' in filler ? { mention: this.#target(filler.mention, line).id } : filler
    draft.roles.set(role, [...fillers.slice(0, at), known, ...fillers.slice(at)])
  }

  annotations(): readonly ReadAnnotation[] {
    return [...this.#drafts.values()].map(annotationOf)
  }
}

const REGISTRY = 'registry:'

const isAboutReference = ({ kind, type, of }: Of<'attribute' | 'note' | 'reference'>): boolean =>
  kind === 'note' && type === REMAINDER && of.startsWith('N')

/** @throws {BratFault} */
function remainderIn(json: string, line: number): Remainder {
  const read = readRecord(remainderSchema, json)
  if (!read.ok) throw new BratFault(line, read.reason)
  return read.value
}

const newDraft = (id: string, label: string, runs: readonly Span[]): Draft => ({
  id,
  label,
  runs,
  attributes: Object.create(null) as Record<string, string>,
  roles: new Map(),
  links: [],
  notes: [],
  isUnsure: false,
})

function annotationOf({ id, label, runs, actor, ...draft }: Draft): ReadAnnotation {
  return {
    id,
    label,
    ...hullOf(runs),
    ...(runs.length > 1 ? { fragments: runs } : {}),
    attributes: Object.fromEntries(Object.entries(draft.attributes)),
    roles: Object.fromEntries(draft.roles),
    ...(actor === undefined ? {} : { actor }),
    ...(draft.links.length > 0 ? { links: draft.links } : {}),
    ...(draft.notes.length > 0 ? { note: draft.notes.join('\n') } : {}),
    certainty: draft.isUnsure ? 'unsure' : 'sure',
  }
}

/** Tools write a space or nothing between pieces, and a space for the end of a line; more may stand behind. */
function isQuote(words: string, quotes: readonly string[]): boolean {
  const plain = (text: string): string => text.replace(/\s/gu, ' ')
  return [quotes.join(' '), quotes.join('')].some((quote) => {
    const rest = plain(words).startsWith(plain(quote)) ? plain(words).slice(quote.length) : null
    return rest !== null && (rest === '' || rest.startsWith(' '))
  })
}
