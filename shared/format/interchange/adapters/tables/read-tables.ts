import type * as z from 'zod'
import { datasetActorSchema } from '#shared/format/dataset.ts'
import { schemeSchema } from '#shared/format/scheme-schema.ts'
import type { ReadEvent } from '../../adapter.ts'
import { type ReadValue, readRecord, readShape, refused } from '../../read-values.ts'
import { SCHEME_FIELD } from './about-table.ts'
import { articlesIn } from './article-heads.ts'
import { cellsOf } from './found-cells.ts'
import { marksOf } from './found-marks.ts'
import { RowsByArticle } from './rows-by-article.ts'
import { type BrokenRow, type FoundRow, type FoundTables, isBroken } from './table.ts'

/** What tables say, article by article; only one article's rows are held where the tables are in the articles' order. */
export async function* readTables(tables: FoundTables): AsyncGenerator<ReadEvent> {
  yield* schemeIn(tables)
  yield* actorsIn(tables)
  const articles = await articlesIn(tables)
  const [annotations, acts, links] = [
    await RowsByArticle.open(tables, 'annotations', articles.places),
    await RowsByArticle.open(tables, 'acts', articles.places),
    await RowsByArticle.open(tables, 'links', articles.places),
  ]
  for await (const head of articles.heads()) {
    if (isBroken(head)) yield refused(head, head.fault)
    if (isBroken(head)) continue
    const rows = {
      annotations: await annotations.take(head.key),
      acts: await acts.take(head.key),
      links: await links.take(head.key),
    }
    yield* marksOf(head, rows)
  }
  for (const rest of [annotations, acts, links]) yield* (await rest.rest()).map(strangerOf)
}

/** Of an article that is not there, or a row that is none. */
const strangerOf = (row: FoundRow | BrokenRow) =>
  refused(row, isBroken(row) ? row.fault : `There is no article “${row.cells.get('article') ?? ''}” here.`)

async function* schemeIn(tables: FoundTables): AsyncGenerator<ReadEvent> {
  if (!tables.has('about')) return
  for await (const row of tables.rows('about')) {
    if (isBroken(row) || row.cells.get('field') !== SCHEME_FIELD) continue
    const scheme = readRecord(schemeSchema, row.cells.get('value') ?? '')
    yield scheme.ok
      ? { kind: 'frame', frame: { scheme: scheme.value as z.infer<typeof schemeSchema> } }
      : refused(row, scheme.reason)
  }
}

type ReadActor = z.infer<typeof datasetActorSchema>

async function* actorsIn(tables: FoundTables): AsyncGenerator<ReadEvent> {
  if (!tables.has('actors')) return
  const actors: ReadActor[] = []
  for await (const row of tables.rows('actors')) {
    const actor = isBroken(row) ? { ok: false as const, reason: row.fault } : actorOf(row)
    const isDouble = actor.ok && actors.some(({ id }) => id === actor.value.id)
    if (!actor.ok) yield refused(row, actor.reason)
    else if (isDouble) yield refused(row, `There are two actors “${actor.value.id}”.`)
    else actors.push(actor.value)
  }
  yield { kind: 'frame', frame: { actors } }
}

function actorOf(row: FoundRow): ReadValue<ReadActor> {
  const cells = cellsOf(row)
  if (!cells.ok) return cells
  const { text, json } = cells.value
  const [aliases, members, externalIds] = [json('aliases'), json('members'), json('external_ids')]
  return readShape(datasetActorSchema, {
    ...{ id: text('id'), name: text('name'), type: text('type'), country: text('country') },
    ...{ aliases: aliases ?? [], members: members ?? [], externalIds: externalIds ?? {} },
    ...{ note: text('note') ?? '', mergedInto: text('merged_into') },
    ...{ created: text('created'), updated: text('updated') },
  })
}
