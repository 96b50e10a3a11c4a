import type { Filler, Link } from '#shared/domain/annotation.ts'
import { codePointMap } from '#shared/domain/code-points.ts'
import { STATUSES } from '#shared/domain/record.ts'
import type { Span } from '#shared/domain/span.ts'
import type { ReadAnnotation, ReadArticle, ReadEvent } from '../../adapter.ts'
import { namedActors, withActors } from '../../named-actors.ts'
import { refused, spanFaultIn } from '../../read-values.ts'
import { grouped } from '../grouped.ts'
import { dateSaid } from '../said-date.ts'
import { VARIABLES, variableGuid, WELL_KNOWN } from './guid.ts'
import type { QdaCode, QdaProject, QdaSelection, QdaSource } from './read-project.ts'

/** ATLAS.ti writes `\r\n` and counts it as one character, as QualCoder found; all others count what is there. */
const COUNTS_LINE_ENDS_ONCE = /ATLAS/

/** A source with its text and the marks on it. A selection that does not hold is a refusal. */
export function* readSource(
  source: QdaSource,
  text: string,
  project: QdaProject,
  file: string,
): Generator<ReadEvent> {
  const isLoose = COUNTS_LINE_ENDS_ONCE.test(project.origin) && text.includes('\r\n')
  const counted = isLoose ? text.replaceAll('\r\n', '\n') : text
  const length = codePointMap(counted).length
  const reader = new SelectionReader(project, new Set(source.selections.map(({ guid }) => guid)))
  const annotations: ReadAnnotation[] = []
  for (const selection of source.selections) {
    const span = spanOf(selection, length)
    if (typeof span === 'string') yield refused({ file, line: selection.line }, span)
    else annotations.push(...reader.annotations(selection, span))
  }
  yield {
    kind: 'article',
    file,
    line: source.line,
    article: articleOf(source),
    text: counted,
    ...(isLoose ? { isLoose: true as const } : {}),
    annotations,
    ...withActors(namedActors(annotations, project.actors)),
  }
}

/** Where a selection is, or why that is nowhere. */
function spanOf({ start, end }: QdaSelection, length: number): Span | string {
  if (![start, end].every((position) => /^\d+$/.test(position)))
    return `“${start}” and “${end}” are no positions: whole numbers are wanted.`
  const span = { start: Number(start), end: Number(end) }
  return spanFaultIn(span, length) ?? span
}

function articleOf({ name, values }: QdaSource): ReadArticle['article'] {
  const known = VARIABLES.flatMap((variable) => {
    const value = values.get(variableGuid(variable))
    return value === undefined ? [] : [[variable, value] as const]
  })
  const { articleId, status, ...rest } = Object.fromEntries(known) as Readonly<Record<string, string>>
  const own = STATUSES.find((one) => one === status)
  return { title: name, ...(articleId ? { id: articleId } : {}), ...(own ? { status: own } : {}), ...rest }
}

class SelectionReader {
  readonly #project: QdaProject
  /** GUIDs of the selections in the same text. */
  readonly #neighbours: ReadonlySet<string>
  /** Codes are ours, with their ids. */
  readonly #isOwn: boolean

  constructor(project: QdaProject, neighbours: ReadonlySet<string>) {
    this.#project = project
    this.#neighbours = neighbours
    this.#isOwn = project.codes.has(WELL_KNOWN.certainty)
  }

  /** Each code that is a label is a mark of its own; words that are only selected are one, too. */
  annotations(selection: QdaSelection, { start, end }: Span): readonly ReadAnnotation[] {
    const labels = selection.codings.filter(({ code }) => !this.#isOwn || !this.#groupOf(code))
    const said = this.#said(selection)
    const codings = labels.length > 0 ? labels : [{ code: '', user: '' }]
    return codings.map(({ code, user }, i) => {
      const annotator = this.#project.users.get(user) ?? this.#project.users.get(selection.user)
      return {
        ...said,
        id: i === 0 ? selection.guid : `${selection.guid}/${i + 1}`,
        label: this.#nameOf(code) || 'selection',
        start,
        end,
        ...(annotator === undefined ? {} : { annotator }),
      }
    })
  }

  #said(selection: QdaSelection): Partial<ReadAnnotation> {
    const { description, notes, codings } = selection
    const remarks = notes.flatMap((guid) => this.#project.notes.get(guid) ?? [])
    const note = [...(description ? [description] : []), ...remarks]
    const attributes = codings.flatMap(({ code }) => this.#attributeOf(code))
    const actor = codings.map(({ code }) => this.#actorOf(code)).find((id) => id !== null)
    const [created, updated] = [dateSaid(selection.created), dateSaid(selection.updated)]
    return {
      attributes: Object.fromEntries(attributes),
      certainty: codings.some(({ code }) => code === WELL_KNOWN.unsure) ? 'unsure' : 'sure',
      ...(note.length > 0 ? { note: note.join('\n\n') } : {}),
      ...(actor ? { actor } : {}),
      ...this.#links(selection.guid),
      ...(created === undefined ? {} : { created }),
      ...(updated === undefined ? {} : { updated }),
    }
  }

  #links(guid: string): Pick<ReadAnnotation, 'roles' | 'links'> {
    const all = this.#project.links.get(guid) ?? []
    const fillers = all.flatMap(({ name, target }) => {
      const filler = name.startsWith(ROLE) ? this.#filler(target) : null
      return filler ? [[name.slice(ROLE.length), filler] as const] : []
    })
    const links = all
      .filter(({ name, target }) => !name.startsWith(ROLE) && this.#neighbours.has(target))
      .map(({ name, target }): Link => ({ kind: name.replace(/^link: /, '') || 'link', to: target }))
    return { roles: Object.fromEntries(grouped(fillers)), ...(links.length > 0 ? { links } : {}) }
  }

  #filler(target: string): Filler | null {
    if (this.#neighbours.has(target)) return { mention: target }
    if (target === WELL_KNOWN.author) return { constant: 'author' }
    if (target === WELL_KNOWN.unknown) return { constant: 'unknown' }
    const actor = this.#actorOf(target)
    return actor === null ? null : { actor }
  }

  #attributeOf(guid: string): readonly (readonly [string, string])[] {
    const code = this.#project.codes.get(guid)
    const attribute = code?.parent ? this.#project.codes.get(code.parent) : undefined
    if (!code || attribute?.parent !== WELL_KNOWN.attributes) return []
    return [[idOf(attribute), code.name]]
  }

  #actorOf(guid: string): string | null {
    const code = this.#project.codes.get(guid)
    return code?.parent === WELL_KNOWN.actors ? idOf(code) : null
  }

  /** True for codes that say something else of a mark than its label. */
  #groupOf(guid: string): boolean {
    const parent = this.#project.codes.get(guid)?.parent ?? null
    return parent !== null && (GROUPS.has(parent) || this.#groupOf(parent))
  }

  #nameOf(guid: string): string {
    const code = this.#project.codes.get(guid)
    if (!code) return ''
    return this.#isOwn ? idOf(code) : code.name
  }
}

/** The beginning of the names of links that say who fills a role. */
const ROLE = 'role: '

const GROUPS: ReadonlySet<string> = new Set([
  WELL_KNOWN.attributes,
  WELL_KNOWN.certainty,
  WELL_KNOWN.actors,
  WELL_KNOWN.constants,
])

/** The first line of its description, where ours have it. */
const idOf = ({ description, name }: QdaCode): string => description.split('\n')[0] || name
