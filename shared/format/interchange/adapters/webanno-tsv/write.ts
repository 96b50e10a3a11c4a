import { codePointMap } from '#shared/domain/code-points.ts'
import type { Span } from '#shared/domain/span.ts'
import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { tokensOf } from '../../../../domain/tokens.ts'
import type { AnnotatorPart } from '../../annotator-parts.ts'
import { type ActorsById, namedActors, withActors } from '../../named-actors.ts'
import { oneLineJson } from '../../one-line-json.ts'
import { tokensBySentence } from '../../sentence-tokens.ts'
import { escapedText, escapedValue } from './escaping.ts'
import { ARTICLE_LINE, FEATURES, featureOf, headerOf, type More } from './layers.ts'
import { type Unit, unitsOf } from './units.ts'

/** A mark in UTF-16 offsets; `n` is what the file calls it, from 1. */
type Mark = Span & { readonly n: number; readonly annotation: AnnotationObject }
type Link = { readonly from: Mark; readonly kind: string; readonly position: number; readonly to: Mark }

type Setting = {
  /** Of the attributes that have columns of their own. */
  readonly features: readonly string[]
  readonly registry: ActorsById
}

export function tsvOf(article: DatasetArticle, part: AnnotatorPart, setting: Setting): string {
  const { features, registry } = setting
  const { text } = article
  const map = codePointMap(text)
  const marks = part.annotations.map((annotation, i) => ({
    start: map.toUtf16(annotation.start),
    end: map.toUtf16(annotation.end),
    n: i + 1,
    annotation,
  }))
  const inOrder = [...marks].sort((a, b) => a.start - b.start)
  const units = unitsOf(tokensBySentence(text, tokensOf(text), []), inOrder)
  const rows = new Rows(text, units, marks, features)
  const sentences = units.map((sentence, i) =>
    [
      ...(i === 0 ? [articleLine(article, part, registry)] : []),
      rows.headOf(sentence),
      ...sentence.map((unit) => rows.rowOf(unit)),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  )
  return headerOf(features) + sentences.join('\n')
}

function articleLine(
  { id, sha256, title }: DatasetArticle,
  { annotator, annotations }: AnnotatorPart,
  registry: ActorsById,
): string {
  const actors = withActors(namedActors(annotations, registry))
  const whose = annotator === null ? {} : { annotator }
  return ARTICLE_LINE + oneLineJson({ id, sha256, title, ...whose, ...actors })
}

type MarkUnit = Unit<Mark>

class Rows {
  readonly #text: string
  readonly #features: readonly string[]
  readonly #byId: ReadonlyMap<string, Mark>
  /** By the row of the mark that they lead to. */
  readonly #links = new Map<string, Link[]>()
  /** The first row of each mark, by the mark's number. */
  readonly #places = new Map<number, string>()

  constructor(
    text: string,
    units: readonly (readonly MarkUnit[])[],
    marks: readonly Mark[],
    features: readonly string[],
  ) {
    this.#text = text
    this.#features = features
    this.#byId = new Map(marks.map((mark) => [mark.annotation.id, mark]))
    for (const unit of units.flat())
      for (const { n } of unit.marks) if (!this.#places.has(n)) this.#places.set(n, unit.id)
    for (const mark of marks) this.#placeLinks(mark)
  }

  #placeLinks(from: Mark): void {
    for (const [position, { kind, to }] of (from.annotation.links ?? []).entries()) {
      const target = this.#mark(to)
      const place = this.#places.get(target.n) ?? ''
      this.#links.set(place, [...(this.#links.get(place) ?? []), { from, kind, position, to: target }])
    }
  }

  headOf(sentence: readonly MarkUnit[]): string {
    const ends = sentence.map(({ end }) => end)
    const words = this.#text.slice(sentence[0]?.start, Math.max(...ends))
    return words
      .split('\n')
      .map((line) => `#Text=${escapedText(line)}`)
      .join('\n')
  }

  /** A tab ends it, as INCEpTION writes it. */
  rowOf({ id, start, end, marks }: MarkUnit): string {
    const links = this.#links.get(id) ?? []
    const stacked = marks.map((mark) => this.#markCells(mark))
    const spans = Array.from({ length: FEATURES.length + this.#features.length + 2 }, (_, column) =>
      stackOf(stacked.map((cells) => cells[column] as string)),
    )
    const relations = [
      stackOf(links.map(({ kind }) => escapedValue(kind))),
      stackOf(links.map(({ position }) => `${position}`)),
      stackOf(links.map(({ from, to }) => `${this.#places.get(from.n)}[${from.n}_${to.n}]`)),
    ]
    const cells = [id, `${start}-${end}`, this.#text.slice(start, end), ...spans, ...relations]
    return `${cells.join('\t')}\t`
  }

  #markCells({ n, annotation }: Mark): readonly string[] {
    const { attributes, actor, certainty, id, label, note } = annotation
    const told = new Map(
      Object.entries(attributes).flatMap(([name, value]) => {
        const feature = featureOf(name)
        return feature !== null && this.#features.includes(feature) && standsInCell(value)
          ? [[feature, value]]
          : []
      }),
    )
    const more = this.#moreOf(annotation, told)
    const own: Readonly<Record<(typeof FEATURES)[number], string | undefined>> = {
      label,
      identifier: id,
      certainty,
      actor,
      note: note !== undefined && standsInCell(note) ? note : undefined,
      more: Object.keys(more).length > 0 ? oneLineJson(more) : undefined,
    }
    const values = [...FEATURES.map((feature) => own[feature]), ...this.#features.map((one) => told.get(one))]
    const primitives = values.map((value) => `${value === undefined ? '*' : escapedValue(value)}[${n}]`)
    return [...primitives, ...this.#slotCells(annotation, n)]
  }

  #slotCells({ roles }: AnnotationObject, n: number): readonly [string, string] {
    const slots = Object.entries(roles).flatMap(([role, fillers]) =>
      fillers.flatMap((filler) => ('mention' in filler ? [{ role, mark: this.#mark(filler.mention) }] : [])),
    )
    if (slots.length === 0) return [`_[${n}]`, '*']
    const names = slots.map(({ role }) => escapedValue(role)).join(';')
    return [`${names}[${n}]`, slots.map(({ mark }) => `${this.#places.get(mark.n)}[${mark.n}]`).join(';')]
  }

  #moreOf({ attributes, note, roles }: AnnotationObject, told: ReadonlyMap<string, string>): More {
    const untold = Object.entries(attributes).filter(([name]) => !told.has(featureOf(name) ?? ''))
    const fillers = Object.entries(roles).flatMap(([role, all]) =>
      all.flatMap((filler, at) => ('mention' in filler ? [] : [{ role, at, filler }])),
    )
    return {
      ...(untold.length > 0 ? { attributes: Object.fromEntries(untold) } : {}),
      ...(fillers.length > 0 ? { fillers } : {}),
      ...(note !== undefined && !standsInCell(note) ? { note } : {}),
    }
  }

  #mark(id: string): Mark {
    const mark = this.#byId.get(id)
    if (!mark) throw new Error(`“${id}” is pointed to, but is no mark of this annotator's`)
    return mark
  }
}

/** Java ends lines at carriage returns, which no value may have escaped. */
const standsInCell = (value: string): boolean => !/\p{Cc}/u.test(value.replace(/[\t\n]/g, ''))

const stackOf = (values: readonly string[]): string => (values.length > 0 ? values.join('|') : '_')
