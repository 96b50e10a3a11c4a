import { codePointMap } from '#shared/domain/code-points.ts'
import { isAct, isMention } from '#shared/domain/scheme.ts'
import type { Span } from '#shared/domain/span.ts'
import type { AnnotationObject } from '../../../annotation-object.ts'
import type { DatasetActor, DatasetArticle } from '../../../dataset.ts'
import type { ExportFrame } from '../../adapter.ts'
import { type ActorsById, namedActors, registryOf } from '../../named-actors.ts'
import { oneLineJson } from '../../one-line-json.ts'
import { isHoldable } from '../xml-out.ts'
import { OWN } from './type-system.ts'

/**
 * A CAS: what UIMA knows of a text, as feature structures that point to each other by number. Ours has one view with one
 * text; offsets are UTF-16, as in UIMA.
 */
export type Cas = {
  readonly text: string
  readonly sofa: number
  readonly structures: readonly CasStructure[]
  /** What the view holds itself; the others are parts of these. */
  readonly members: readonly number[]
}

export type CasStructure = {
  readonly id: number
  readonly type: string
  readonly features: Readonly<Record<string, CasValue>>
}

/** Null for what is not said; `one` and `all` point to other structures. */
export type CasValue = string | number | null | { readonly one: number } | { readonly all: readonly number[] }

export const SOFA = 1

/** What all of an export's CASes are made with. */
export type CasSetting = {
  readonly frame: ExportFrame
  readonly registry: ActorsById
}

export const casSetting = (frame: ExportFrame): CasSetting => ({ frame, registry: registryOf(frame) })

/** What an annotator says of an article, as a CAS. `annotator` is null where nobody says anything. */
export function casOf(article: DatasetArticle, annotator: string | null, setting: CasSetting): Cas {
  const builder = new CasBuilder(article, setting)
  const marks = article.annotations.filter((one) => one.annotator === annotator)
  builder.addDocument(annotator, marks)
  builder.addMarks(marks)
  return { text: article.text, sofa: SOFA, structures: builder.structures, members: builder.members }
}

class CasBuilder {
  readonly structures: CasStructure[] = []
  readonly members: number[] = []
  readonly #article: DatasetArticle
  readonly #setting: CasSetting
  readonly #toUtf16: (offset: number) => number
  #last = SOFA

  constructor(article: DatasetArticle, setting: CasSetting) {
    this.#article = article
    this.#setting = setting
    this.#toUtf16 = codePointMap(article.text).toUtf16
  }

  addDocument(annotator: string | null, marks: readonly AnnotationObject[]): void {
    const { text, boilerplate, language } = this.#article
    const whole = { sofa: { one: SOFA }, begin: 0, end: text.length, language: language ?? 'x-unspecified' }
    this.members.push(this.#add('uima.tcas.DocumentAnnotation', whole))
    const pieces = boilerplate.map(({ kind, reason, ...span }) =>
      this.#add(OWN.boilerplate, { ...this.#place(span), kind, reason }),
    )
    const { name, version } = this.#setting.frame.tool
    const actors = namedActors(marks, this.#setting.registry).map((actor) => this.#addActor(actor))
    const parts = { boilerplate: { all: pieces }, actors: { all: actors } }
    const document = { ...this.#known(), annotator, ...parts, tool: `${name} ${version}` }
    this.members.push(this.#add(OWN.document, document))
  }

  /** The entry has it all, whatever XML holds. */
  #addActor(actor: DatasetActor): number {
    const { id, name } = actor
    return this.#add(OWN.actor, { actorId: holdable(id), name: holdable(name), entry: oneLineJson(actor) })
  }

  #known(): CasStructure['features'] {
    const { id, title, byline, source, publisher, published, dateline, language, url, sha256, status } =
      this.#article
    const known = { title, byline, source, publisher, published, dateline, language, url, sha256, status }
    return { articleId: id, ...known, lineEnds: 'as in the article', offsets: 'utf-16' }
  }

  /** Marks get their numbers first: they point to each other. */
  addMarks(marks: readonly AnnotationObject[]): void {
    const numbers = new Map(marks.map(({ id }) => [id, ++this.#last] as const))
    for (const mark of marks) this.#addMark(mark, numbers)
  }

  #addMark(mark: AnnotationObject, numbers: ReadonlyMap<string, number>): void {
    const { label, id, certainty, note = null, actor = null, origin, created, updated } = mark
    const target = (to: string): CasValue => ({ one: numbers.get(to) as number })
    const fillers = Object.entries(mark.roles).flatMap(([role, all]) =>
      all.map((filler) => this.#add(OWN.filler, { role, ...fillerFeatures(filler, target) })),
    )
    const attributes = Object.entries(mark.attributes).map(([name, value]) =>
      this.#add(OWN.attribute, { name, value }),
    )
    const links = (mark.links ?? []).map(({ kind, to }) => this.#add(OWN.link, { kind, target: target(to) }))
    const pieces = (mark.fragments ?? []).map((span) => this.#add(OWN.fragment, this.#place(span)))
    const said = {
      label,
      markId: id,
      certainty,
      note,
      actor,
      actorName: holdable(this.#setting.registry.get(actor ?? '')?.name ?? null),
    }
    const parts = { attributes, fillers, links, fragments: pieces }
    const lists = Object.entries(parts).map(([name, all]) => [name, { all }] as const)
    const history = { origin: origin.kind, originBy: origin.by ?? null, created, updated }
    this.members.push(numbers.get(id) as number)
    this.structures.push({
      id: numbers.get(id) as number,
      type: this.#typeOf(label),
      features: { ...this.#place(mark), ...said, ...Object.fromEntries(lists), ...history },
    })
  }

  #typeOf(label: string): string {
    const { scheme } = this.#setting.frame
    if (isAct(scheme, label)) return OWN.act
    return isMention(scheme, label) ? OWN.mention : OWN.mark
  }

  #place({ start, end }: Span): CasStructure['features'] {
    return { sofa: { one: SOFA }, begin: this.#toUtf16(start), end: this.#toUtf16(end) }
  }

  #add(type: string, features: CasStructure['features']): number {
    const id = ++this.#last
    this.structures.push({ id, type, features })
    return id
  }
}

const holdable = (text: string | null): string | null => (text !== null && isHoldable(text) ? text : null)

type Filler = AnnotationObject['roles'][string][number]

function fillerFeatures(filler: Filler, target: (id: string) => CasValue): CasStructure['features'] {
  if ('mention' in filler) return { mention: target(filler.mention) }
  return 'actor' in filler ? { actor: filler.actor } : { constant: filler.constant }
}
