import { equalJson } from '#shared/domain/equal.ts'
import { isAct, type Scheme } from '#shared/domain/scheme.ts'
import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import { type ActorsById, actorIdsIn, actorsReached, withActors } from '../../named-actors.ts'
import { oneLineJson } from '../../one-line-json.ts'
import { bratName, bratValue, UNSURE } from './configuration.ts'
import { REMAINDER, type Remainder } from './remainder.ts'
import { joinedOverLines, piecesOnLines, standsInLine } from './runs.ts'

export type Annotated = {
  readonly scheme: Scheme
  /** Of the article's text, one code point each. */
  readonly characters: readonly string[]
  readonly registry: ActorsById
}

/** A mark with the ids that its line, and its line as an event, have in the file. */
type Placed = { readonly annotation: AnnotationObject; readonly t: string; readonly e: string | null }

/** The `.ann` file of what one annotator says of an article. */
export function annotationLines(annotations: readonly AnnotationObject[], annotated: Annotated): string {
  const placed = placedMarks(annotations, annotated.scheme)
  const refs = new Map(placed.map((one) => [one.annotation.id, refOf(one)]))
  const file = new AnnLines(annotated.registry)
  for (const one of placed) markLines(one, refs, { file, annotated })
  for (const one of placed) saidLines(one, refs, { file, annotated })
  return file.text
}

const refOf = ({ t, e }: Placed): string => e ?? t

function placedMarks(annotations: readonly AnnotationObject[], scheme: Scheme): readonly Placed[] {
  let events = 0
  return annotations.map((annotation, i) => {
    const isEvent = isAct(scheme, annotation.label) || Object.keys(annotation.roles).length > 0
    return { annotation, t: `T${i + 1}`, e: isEvent ? `E${++events}` : null }
  })
}

/** Lines whose ids are counted by their first letter. */
class AnnLines {
  readonly #lines: string[] = []
  readonly #counts = new Map<string, number>()
  readonly #registry: ActorsById
  readonly #told = new Set<string>()

  constructor(registry: ActorsById) {
    this.#registry = registry
  }

  get text(): string {
    return this.#lines.map((line) => `${line}\n`).join('')
  }

  add(id: string, ...columns: readonly string[]): void {
    this.#lines.push([id, ...columns].join('\t'))
  }

  /** Its id. */
  addNew(letter: string, ...columns: readonly string[]): string {
    const count = (this.#counts.get(letter) ?? 0) + 1
    this.#counts.set(letter, count)
    this.add(`${letter}${count}`, ...columns)
    return `${letter}${count}`
  }

  addRemainder(of: string, rest: Remainder): void {
    if (Object.keys(rest).length > 0) this.addNew('#', `${REMAINDER} ${of}`, oneLineJson(rest))
  }

  /** Those of whom the file says nothing yet; from now on it does. */
  untold(ids: readonly string[]): Pick<Remainder, 'actors'> {
    const actors = actorsReached(ids, this.#registry).filter(({ id }) => !this.#told.has(id))
    for (const { id } of actors) this.#told.add(id)
    return withActors(actors) as Pick<Remainder, 'actors'>
  }
}

type Refs = ReadonlyMap<string, string>
type Out = { readonly file: AnnLines; readonly annotated: Annotated }

const runsOf = ({ start, end, fragments }: AnnotationObject) =>
  (fragments ?? [{ start, end }]).map((run) => ({ start: run.start, end: run.end }))

function markLines({ annotation, t, e }: Placed, refs: Refs, { file, annotated }: Out): void {
  const { characters } = annotated
  const pieces = piecesOnLines(runsOf(annotation), characters)
  const type = bratName(annotation.label)
  const offsets = pieces.map(({ start, end }) => `${start} ${end}`).join(';')
  const words = pieces.map(({ start, end }) => characters.slice(start, end).join('')).join(' ')
  file.add(t, `${type} ${offsets}`, words)
  if (e) file.add(e, [`${type}:${t}`, ...argumentsOf(annotation, refs)].join(' '))
}

/** brat tells several fillers of a role apart by a number behind its name, so a name that ends in one has no place there. */
const NUMBERED = /\d$/

const isArgument = (role: string, filler: object): boolean => 'mention' in filler && !NUMBERED.test(role)

function argumentsOf({ roles }: AnnotationObject, refs: Refs): readonly string[] {
  return Object.entries(roles).flatMap(([role, fillers]) =>
    fillers
      .filter((filler) => isArgument(role, filler))
      .map((filler, i) => {
        const ref = 'mention' in filler ? refs.get(filler.mention) : ''
        return `${bratName(role)}${i === 0 ? '' : i + 1}:${ref}`
      }),
  )
}

function saidLines(placed: Placed, refs: Refs, { file, annotated }: Out): void {
  const { annotation } = placed
  const ref = refOf(placed)
  for (const { kind, to } of annotation.links ?? [])
    file.addNew('R', `${bratName(kind)} Arg1:${ref} Arg2:${refs.get(to)}`)
  for (const [name, value] of Object.entries(annotation.attributes))
    if (isAttributeLine(name, value)) file.addNew('A', `${bratName(name)} ${ref} ${bratValue(value)}`)
  if (annotation.certainty === 'unsure') file.addNew('A', `${UNSURE} ${ref}`)
  const { actor, note } = annotation
  if (actor !== undefined && isReference(actor)) referenceLines(actor, ref, { file, annotated })
  if (note !== undefined && standsInLine(note)) file.addNew('#', `AnnotatorNotes ${ref}`, note)
  const rest = remainderOf(annotation, refs, annotated)
  file.addRemainder(ref, { ...rest, ...file.untold(actorIdsIn(annotation)) })
}

function referenceLines(actor: string, ref: string, { file, annotated }: Out): void {
  const name = annotated.registry.get(actor)?.name ?? actor
  const reference = file.addNew('N', `Reference ${ref} registry:${actor}`, shownName(name))
  file.addRemainder(reference, file.untold([actor]))
}

const isAttributeLine = (name: string, value: string): boolean => name !== UNSURE && value !== ''

const isReference = (actor: string): boolean => /^\S+$/u.test(actor) && standsInLine(actor)

const shownName = (name: string): string => name.replace(/[\s\p{Cc}]+/gu, ' ').trim()

function remainderOf(annotation: AnnotationObject, refs: Refs, { characters }: Annotated): Remainder {
  const { actor, note, roles } = annotation
  const runs = runsOf(annotation)
  const isTold = equalJson(joinedOverLines(piecesOnLines(runs, characters), characters), runs)
  const attributes = Object.entries(annotation.attributes).filter((one) => !isAttributeLine(...one))
  const fillers = Object.entries(roles).flatMap(([role, all]) =>
    all.flatMap((filler, at) => {
      if (isArgument(role, filler)) return []
      return [
        { role, at, filler: 'mention' in filler ? { mention: refs.get(filler.mention) ?? '' } : filler },
      ]
    }),
  )
  return {
    ...(actor !== undefined && !isReference(actor) ? { actor } : {}),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
    ...(fillers.length > 0 ? { fillers } : {}),
    ...(note !== undefined && !standsInLine(note) ? { note } : {}),
    ...(isTold ? {} : { spans: runs.map(({ start, end }): [number, number] => [start, end]) }),
  }
}
