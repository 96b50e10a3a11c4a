import * as z from 'zod'
import type { Filler } from '#shared/domain/annotation.ts'
import { annotationSchema } from '#shared/format/annotation-object.ts'
import type { ReadAnnotation, ReadEvent, Refusal } from '../../adapter.ts'
import { type ReadValue, readShape, refused } from '../../read-values.ts'
import { offsetsFault, standingIn } from '../../standing.ts'
import type { ArticleHead } from './article-heads.ts'
import { cellsOf, type FoundCells } from './found-cells.ts'
import { ATTRIBUTE, type FoundRow } from './table.ts'

export type RowsOfArticle = {
  readonly annotations: readonly FoundRow[]
  readonly acts: readonly FoundRow[]
  readonly links: readonly FoundRow[]
}

/** An article with its marks, behind what of its rows does not hold. */
export function* marksOf(head: ArticleHead, rows: RowsOfArticle): Generator<ReadEvent> {
  const refusals: Refusal[] = []
  const marks = new Marks(head, refusals)
  for (const row of rows.annotations) marks.addAnnotation(row)
  for (const row of rows.acts) marks.addFiller(row)
  for (const row of rows.links) marks.addLink(row)
  yield* refusals
  const { file, line, article, text } = head
  yield { kind: 'article', file, line, article, text, annotations: marks.all }
}

/** What may be given of an annotation; what is given must be right. */
const foundSchema = z.object({
  label: z.string().min(1, 'there is no label'),
  start: z.number('its start is no place in a text'),
  end: z.number('its end is no place in a text'),
  fragments: annotationSchema.shape.fragments.optional(),
  certainty: annotationSchema.shape.certainty.optional(),
  origin: annotationSchema.shape.origin.optional(),
  created: z.iso.datetime().optional(),
  updated: z.iso.datetime().optional(),
})

type Mark = {
  readonly said: ReadAnnotation
  readonly roles: Map<string, Filler[]>
  readonly links: { kind: string; to: string }[]
}

class Marks {
  readonly #refusals: Refusal[]
  readonly #faultOf: (annotation: ReadAnnotation) => string | null
  /** By annotator and id, in their order. */
  readonly #marks = new Map<string, Mark>()

  constructor({ text }: ArticleHead, refusals: Refusal[]) {
    this.#refusals = refusals
    this.#faultOf = text === null ? offsetsFault : standingIn(text)
  }

  get all(): readonly ReadAnnotation[] {
    return [...this.#marks.values()].map(({ said, roles, links }) => ({
      ...said,
      ...(roles.size > 0 ? { roles: Object.fromEntries(roles) } : {}),
      ...(links.length > 0 ? { links } : {}),
    }))
  }

  addAnnotation(row: FoundRow): void {
    const read = annotationOf(row)
    const fault = read.ok ? this.#faultOf(read.value) : read.reason
    const key = keyOf(row, row.cells.get('id') ?? `row ${row.line}`)
    if (!read.ok || fault) this.#refuse(row, fault ?? '')
    else if (this.#marks.has(key)) this.#refuse(row, `There are two annotations “${row.cells.get('id')}”.`)
    else this.#marks.set(key, { said: read.value, roles: new Map(), links: [] })
  }

  addFiller(row: FoundRow): void {
    const mark = this.#markOf(row, 'act')
    const [role, filler] = [row.cells.get('role'), fillerOf(row)]
    if (!mark) return
    if (role === undefined || !filler) this.#refuse(row, 'It names no role, or nobody who fills it.')
    else if ('mention' in filler && !this.#marks.has(keyOf(row, filler.mention)))
      this.#refuse(row, `There is no annotation “${filler.mention}” in this article.`)
    else mark.roles.set(role, [...(mark.roles.get(role) ?? []), filler])
  }

  addLink(row: FoundRow): void {
    const mark = this.#markOf(row, 'from')
    const [kind, to] = [row.cells.get('kind'), row.cells.get('to')]
    if (!mark) return
    if (kind === undefined || to === undefined) this.#refuse(row, 'It says no kind, or does not say to what.')
    else if (!this.#marks.has(keyOf(row, to)))
      this.#refuse(row, `There is no annotation “${to}” in this article.`)
    else mark.links.push({ kind, to })
  }

  #markOf(row: FoundRow, column: string): Mark | undefined {
    const id = row.cells.get(column) ?? ''
    const mark = this.#marks.get(keyOf(row, id))
    if (!mark) this.#refuse(row, `There is no annotation “${id}” in this article.`)
    return mark
  }

  #refuse(row: FoundRow, reason: string): void {
    this.#refusals.push(refused(row, reason))
  }
}

const keyOf = ({ cells }: FoundRow, id: string): string => `${cells.get('annotator') ?? ''}\n${id}`

function fillerOf({ cells }: FoundRow): Filler | null {
  const [kind, filler] = [cells.get('filler_kind'), cells.get('filler')]
  if (filler === undefined) return null
  if (kind === 'mention') return { mention: filler }
  if (kind === 'actor') return { actor: filler }
  return kind === 'constant' && (filler === 'author' || filler === 'unknown') ? { constant: filler } : null
}

function annotationOf(row: FoundRow): ReadValue<ReadAnnotation> {
  const cells = cellsOf(row)
  if (!cells.ok) return cells
  const read = readShape(foundSchema, readable(cells.value))
  if (!read.ok) return read
  const { text } = cells.value
  const said = {
    ...read.value,
    ...{ id: text('id'), annotator: text('annotator'), text: text('text') },
    ...{ actor: text('actor'), note: text('note') },
    attributes: attributesOf(cells.value),
  }
  const given = Object.entries(said).filter(([, value]) => value !== undefined && value !== null)
  return { ok: true, value: Object.fromEntries(given) as unknown as ReadAnnotation }
}

function readable({ text, json, offset }: FoundCells) {
  const [kind, by] = [text('origin'), text('origin_by')]
  const isMissing = json('fragments') === null
  return {
    label: text('label') ?? '',
    start: offset('start'),
    end: offset('end'),
    fragments: isMissing ? undefined : (json('fragments') ?? 'no JSON'),
    certainty: text('certainty') ?? undefined,
    origin: kind === null ? undefined : { kind, ...(by === null ? {} : { by }) },
    created: text('created') ?? undefined,
    updated: text('updated') ?? undefined,
  }
}

function attributesOf({ text, columns, attributes }: FoundCells): Readonly<Record<string, string>> {
  const own = columns.filter((column) => column.startsWith(ATTRIBUTE))
  const said = own.map((column) => [column.slice(ATTRIBUTE.length), text(column) ?? ''] as const)
  return Object.fromEntries([...said, ...Object.entries(attributes)])
}
