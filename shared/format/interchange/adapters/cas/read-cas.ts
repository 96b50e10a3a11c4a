import type { Filler, Link } from '#shared/domain/annotation.ts'
import { codePointMap } from '#shared/domain/code-points.ts'
import { STATUSES } from '#shared/domain/record.ts'
import type { Span } from '#shared/domain/span.ts'
import { spanFault } from '../../../annotation-object.ts'
import {
  type ReadActor,
  type ReadAnnotation,
  type ReadArticle,
  type ReadEvent,
  UnreadableFile,
} from '../../adapter.ts'
import { actorSaid, withActors } from '../../named-actors.ts'
import { refused, spanFaultIn } from '../../read-values.ts'
import { grouped } from '../grouped.ts'
import { dateSaid } from '../said-date.ts'
import { MARKS, NO_MARKS, OWN } from './type-system.ts'

/**
 * A feature structure as a file has it. All features are text, numbers and what points to other structures as well:
 * without its type system an XMI file does not tell them apart.
 */
export type ReadStructure = {
  readonly id: number
  readonly type: string
  readonly line?: number
  readonly features: ReadonlyMap<string, string>
}

/** A file that is made to be slow has many structures that all point to one long list. */
const MOST_POINTERS = 20_000_000

const SOFA_TYPE = 'uima.cas.Sofa'
const ARRAY_TYPE = /(^uima\.cas\.FSArray|\[\])$/
/** UIMA's and DKPro's remarks on the whole document. */
const DOCUMENTS = /(^|\.)(DocumentAnnotation|DocumentMetaData)$/

/** Each text of the file with what stands on it. A structure that does not hold is a refusal. */
export function* readCas(structures: readonly ReadStructure[], file: string): Generator<ReadEvent> {
  const byId = new Map(structures.map((one) => [one.id, one]))
  if (byId.size < structures.length) {
    yield refused({ file }, 'Two feature structures have the same id.')
    return
  }
  const sofas = structures.filter(({ type, features }) => type === SOFA_TYPE && features.has('sofaString'))
  if (sofas.length === 0) yield refused({ file }, 'It holds no text.')
  for (const sofa of sofas) yield* new CasText(sofa, byId, file).events()
}

class CasText {
  readonly #sofa: ReadStructure
  readonly #byId: ReadonlyMap<number, ReadStructure>
  readonly #file: string
  readonly #text: string
  readonly #toCodePoint: (utf16: number) => number
  #pointers = 0

  constructor(sofa: ReadStructure, byId: ReadonlyMap<number, ReadStructure>, file: string) {
    this.#sofa = sofa
    this.#byId = byId
    this.#file = file
    this.#text = sofa.features.get('sofaString') as string
    this.#toCodePoint = codePointMap(this.#text).toCodePoint
  }

  *events(): Generator<ReadEvent> {
    const annotations: ReadAnnotation[] = []
    const all = [...this.#byId.values()]
    const document = all.find(({ type }) => type === OWN.document)
    const annotator = document?.features.get('annotator')
    for (const structure of all.filter((one) => this.#isMark(one))) {
      const read = this.#annotation(structure)
      if (typeof read === 'string') yield refused(placeOf(this.#file, structure), read)
      else annotations.push(annotator === undefined ? read : { ...read, annotator })
    }
    const article = document ? this.#ownArticle(document) : foreignArticle(all)
    const actors = withActors(document && this.#actors(document))
    yield { kind: 'article', file: this.#file, article, text: this.#text, annotations, ...actors }
  }

  #actors(document: ReadStructure): readonly ReadActor[] {
    return this.#parts(document, 'actors').flatMap(({ features }) => {
      const [id, name] = [features.get('actorId'), features.get('name')]
      return actorSaid({ id, name }, features.get('entry') ?? '') ?? []
    })
  }

  #isMark({ type, features }: ReadStructure): boolean {
    if (!features.has('begin') || !features.has('end')) return false
    const isHere = numbersIn(features.get('sofa') ?? `${this.#sofa.id}`)[0] === this.#sofa.id
    return isHere && !NO_MARKS.has(type) && !DOCUMENTS.test(type)
  }

  /** A sentence where it does not hold. */
  #annotation(structure: ReadStructure): ReadAnnotation | string {
    const span = this.#span(structure)
    if (typeof span === 'string') return span
    return MARKS.has(structure.type) ? this.#ownMark(structure, span) : foreignMark(structure, span)
  }

  /** In code points. */
  #span({ features }: ReadStructure): Span | string {
    const span = { start: offsetOf(features.get('begin')), end: offsetOf(features.get('end')) }
    const fault = spanFaultIn(span, this.#text.length)
    if (fault) return fault
    if (spanFault(span, this.#text)) return 'It begins or ends within a character.'
    return { start: this.#toCodePoint(span.start), end: this.#toCodePoint(span.end) }
  }

  #ownMark(structure: ReadStructure, span: Span): ReadAnnotation | string {
    const { features } = structure
    const fragments = this.#parts(structure, 'fragments').map((one) => this.#span(one))
    const fault = fragments.find((one) => typeof one === 'string')
    if (fault !== undefined) return fault as string
    const fillers = this.#parts(structure, 'fillers').map((one) => this.#filler(one))
    const links = this.#parts(structure, 'links').map((one) => this.#link(one))
    if (fillers.includes(null) || links.includes(null)) return 'It points to a mark that is not there.'
    return {
      ...span,
      id: markId(structure),
      label: features.get('label') || shortName(structure.type),
      ...(fragments.length > 1 ? { fragments: fragments as Span[] } : {}),
      attributes: Object.fromEntries(this.#parts(structure, 'attributes').map(attributeOf)),
      roles: rolesOf(fillers as NamedFiller[]),
      ...(links.length > 0 ? { links: links as Link[] } : {}),
      ...saidOf(features),
    }
  }

  #parts(structure: ReadStructure, feature: string): readonly ReadStructure[] {
    return this.#pointedTo(structure.features.get(feature)).flatMap((part) =>
      ARRAY_TYPE.test(part.type) ? this.#pointedTo(part.features.get('elements')) : part,
    )
  }

  #pointedTo(numbers: string | undefined): readonly ReadStructure[] {
    const found = numbersIn(numbers ?? '').flatMap((id) => this.#byId.get(id) ?? [])
    this.#pointers += found.length
    if (this.#pointers > MOST_POINTERS)
      throw new UnreadableFile(`“${this.#file}” points to and fro too often to be read.`)
    return found
  }

  /** Null where it fills nothing. */
  #filler(structure: ReadStructure): NamedFiller | null {
    const { features } = structure
    const [role, actor, constant] = ['role', 'actor', 'constant'].map((name) => features.get(name))
    const [mention] = this.#parts(structure, 'mention')
    if (role === undefined) return null
    if (mention) return { role, filler: { mention: markId(mention) } }
    if (actor !== undefined) return { role, filler: { actor } }
    return constant === 'author' || constant === 'unknown' ? { role, filler: { constant } } : null
  }

  #link(structure: ReadStructure): Link | null {
    const kind = structure.features.get('kind')
    const [target] = this.#parts(structure, 'target')
    return kind === undefined || !target ? null : { kind, to: markId(target) }
  }

  #ownArticle(document: ReadStructure): ReadArticle['article'] {
    const { features } = document
    const known = (name: string): string | null => features.get(name) ?? null
    const status = STATUSES.find((one) => one === features.get('status'))
    const boilerplate = this.#parts(document, 'boilerplate').flatMap((one) => {
      const span = this.#span(one)
      const said = { kind: one.features.get('kind') ?? '', reason: one.features.get('reason') ?? '' }
      return typeof span === 'string' ? [] : [{ ...span, ...said }]
    })
    const [id, sha256] = [features.get('articleId'), features.get('sha256')]
    return {
      ...(id ? { id } : {}),
      title: features.get('title') ?? '',
      byline: known('byline'),
      source: known('source'),
      publisher: known('publisher'),
      published: known('published'),
      dateline: known('dateline'),
      language: known('language'),
      url: known('url'),
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(status ? { status } : {}),
      boilerplate,
    }
  }
}

type NamedFiller = { readonly role: string; readonly filler: Filler }

const placeOf = (file: string, { line }: ReadStructure) => (line === undefined ? { file } : { file, line })

/** `NaN` for what is no whole number. */
const offsetOf = (text: string | undefined): number =>
  text !== undefined && /^-?\d+$/.test(text) ? Number(text) : Number.NaN

const numbersIn = (text: string): readonly number[] =>
  text
    .split(' ')
    .filter((one) => /^\d+$/.test(one))
    .map(Number)

const markId = ({ features, id }: ReadStructure): string => features.get('markId') || `${id}`

const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1) || type

const attributeOf = ({ features }: ReadStructure): readonly [string, string] => [
  features.get('name') ?? '',
  features.get('value') ?? '',
]

const rolesOf = (fillers: readonly NamedFiller[]): NonNullable<ReadAnnotation['roles']> =>
  Object.fromEntries(grouped(fillers.map(({ role, filler }) => [role, filler] as const)))

const ORIGINS = ['manual', 'rule', 'propagated', 'imported', 'adjudicated'] as const

function saidOf(features: ReadonlyMap<string, string>): Partial<ReadAnnotation> {
  const said = (name: string): string | undefined => features.get(name)
  const [note, actor, by] = ['note', 'actor', 'originBy'].map(said)
  const [created, updated] = ['created', 'updated'].map((name) => dateSaid(said(name)))
  const kind = ORIGINS.find((one) => one === said('origin'))
  return {
    certainty: said('certainty') === 'unsure' ? 'unsure' : 'sure',
    ...(note === undefined ? {} : { note }),
    ...(actor === undefined ? {} : { actor }),
    ...(kind ? { origin: by === undefined ? { kind } : { kind, by } } : {}),
    ...(created === undefined ? {} : { created }),
    ...(updated === undefined ? {} : { updated }),
  }
}

/** Features by which the types of other tools say what an annotation is. */
const LABELS = ['value', 'label']
const PLACE = new Set(['begin', 'end', 'sofa', ...LABELS])

/** Numbers are left out: they may point to other structures. */
function foreignMark({ id, type, features }: ReadStructure, span: Span): ReadAnnotation {
  const label = LABELS.map((name) => features.get(name)).find((value) => value && !isNumbers(value))
  const said = [...features].filter(([name, value]) => !PLACE.has(name) && value !== '' && !isNumbers(value))
  return { ...span, id: `${id}`, label: label ?? shortName(type), attributes: Object.fromEntries(said) }
}

const isNumbers = (text: string): boolean => /^[\d\s.eE+-]+$/.test(text)

/** What DKPro's `DocumentMetaData` and UIMA's `DocumentAnnotation` know. */
function foreignArticle(all: readonly ReadStructure[]): ReadArticle['article'] {
  const documents = all.filter(({ type }) => DOCUMENTS.test(type))
  const said = (name: string): string | undefined =>
    documents.map(({ features }) => features.get(name)).find((value) => value)
  const [title, language] = [said('documentTitle') ?? said('documentId'), said('language')]
  return {
    ...(title === undefined ? {} : { title }),
    ...(language === undefined || language === 'x-unspecified' ? {} : { language }),
  }
}
