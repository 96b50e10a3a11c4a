import type { DatasetArticle } from '#shared/format/dataset.ts'
import type { ExportSource } from '../../adapter.ts'
import { aboutTable } from './about-table.ts'
import { actRow, annotationRow, articleWords, linkRow } from './annotation-rows.ts'
import {
  ATTRIBUTE,
  type Cell,
  listCell,
  OTHER,
  type Table,
  type TableName,
  type TableRow,
  type UnfinishedRow,
  wholeRow,
} from './table.ts'

export const ARTICLE_COLUMNS = [
  'id',
  'title',
  'byline',
  'source',
  'publisher',
  'published',
  'dateline',
  'language',
  'url',
  'status',
  'sha256',
  'text',
  'boilerplate',
  'full_sha256',
  'offset_map',
] as const

const ACT_COLUMNS = [
  'article',
  'annotator',
  'act',
  'label',
  'act_text',
  'role',
  'filler_kind',
  'filler',
  'filler_text',
  'actor',
  'actor_name',
] as const

const LINK_COLUMNS = ['article', 'annotator', 'from', 'from_text', 'kind', 'to', 'to_text'] as const

const ACTOR_COLUMNS = [
  'id',
  'name',
  'type',
  'aliases',
  'country',
  'external_ids',
  'members',
  'note',
  'merged_into',
  'created',
  'updated',
] as const

/** Told of each annotation before what the scheme lets be said of it. */
const MARK_COLUMNS = [
  'article',
  'id',
  'annotator',
  'label',
  'start',
  'end',
  'text',
  'actor',
  'actor_name',
] as const
const LAST_COLUMNS = ['note', 'certainty', 'origin', 'origin_by', 'created', 'updated', 'fragments'] as const

/** All tables, in the order in which they are shown. `facts`: more lines of what is told of the export. */
export function datasetTables(
  source: ExportSource,
  facts: readonly (readonly [string, string])[],
): readonly Table[] {
  const { scheme, actors } = source.frame
  const names = new Map(actors.map(({ id, name }) => [id, name]))
  const attributes = scheme.attributes.map(({ id }) => id)
  const attributeColumns = attributes.map((id) => `${ATTRIBUTE}${id}`)
  const annotationColumns = [...MARK_COLUMNS, ...attributeColumns, ...LAST_COLUMNS]
  const actColumns = [...ACT_COLUMNS, ...attributeColumns, 'certainty', 'note']
  const ofArticles = (name: TableName, columns: readonly string[], rowsOf: RowsOf): Table => ({
    name,
    columns: [...columns, OTHER],
    rows: async function* () {
      for await (const article of source.articles())
        for (const { cells, more } of rowsOf(article)) yield wholeRow(columns, cells, more)
    },
  })
  return [
    ofArticles('annotations', annotationColumns, (article) =>
      article.annotations.map((one) => annotationRow(one, { article: article.id, names, attributes })),
    ),
    ofArticles('acts', actColumns, (article) => {
      const place = { article: article.id, names, attributes, words: articleWords(article) }
      return article.annotations.flatMap((one) => actRow(one, place))
    }),
    ofArticles('links', LINK_COLUMNS, (article) => {
      const words = articleWords(article)
      return article.annotations.flatMap((one) => linkRow(one, { article: article.id, words }))
    }),
    actorTable(source.frame.actors),
    ofArticles('articles', ARTICLE_COLUMNS, (article) => [{ cells: articleCells(article) }]),
    aboutTable(source.frame, facts),
  ]
}

type RowsOf = (article: DatasetArticle) => readonly UnfinishedRow[]

function articleCells(article: DatasetArticle): readonly Cell[] {
  const { id, title, byline, source, publisher, published, dateline, language, url } = article
  const { status, sha256, text, boilerplate, fullSha256, offsetMap } = article
  return [
    ...[id, title, byline, source, publisher, published, dateline, language, url],
    ...[status, sha256, text, listCell(boilerplate), fullSha256 ?? null],
    offsetMap ? JSON.stringify(offsetMap) : null,
  ]
}

function actorTable(actors: ExportSource['frame']['actors']): Table {
  const rowOf = (actor: (typeof actors)[number]): TableRow => {
    const { id, name, type, aliases, country, externalIds, members, note, mergedInto } = actor
    const authorities = Object.keys(externalIds).length > 0 ? JSON.stringify(externalIds) : null
    return wholeRow(ACTOR_COLUMNS, [
      ...[id, name, type, listCell(aliases), country, authorities, listCell(members)],
      ...[note || null, mergedInto, actor.created, actor.updated],
    ])
  }
  return {
    name: 'actors',
    columns: [...ACTOR_COLUMNS, OTHER],
    rows: async function* () {
      for (const actor of actors) yield rowOf(actor)
    },
  }
}
