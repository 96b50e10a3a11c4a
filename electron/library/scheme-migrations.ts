import { fragmentsOf } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Change } from '#shared/domain/edit.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { type Migration, migrationChanges } from '#shared/domain/scheme-migration.ts'
import { standingMetadata } from '#shared/domain/standing-article.ts'
import type { MigrationExample, MigrationPreview } from '#shared/ipc/contract.ts'
import { readArticle } from './articles.ts'
import type { ArticleEdit } from './bulk-file.ts'
import { listAnnotators } from './catalogue.ts'
import { lookedAt } from './looked-at.ts'
import { readRecord, recordContents } from './records.ts'
import type { Workspace } from './workspace.ts'

/** A migration, and the scheme after it. */
export type Migrating = { readonly migration: Migration; readonly schemeAfter: Scheme; readonly name: string }

type Concerned =
  | {
      readonly kind: 'read'
      readonly source: ArticleText
      readonly record: AnnotationRecord
      readonly changes: readonly Change[]
    }
  | { readonly kind: 'unread'; readonly articleId: string }

const EXAMPLES = 6
const LONGEST_QUOTE = 160

/** What a migration would change of the annotator's work, and what of others' stays as it is. */
export async function previewMigration(
  workspace: Workspace,
  annotator: string,
  migrating: Migrating,
): Promise<MigrationPreview> {
  const own = await countChanges(workspace, annotator, migrating)
  return { ...own, others: await othersConcerned(workspace, annotator, migrating) }
}

/** How many of everybody else's annotations say what is migrated. */
export async function othersConcerned(
  workspace: Workspace,
  annotator: string,
  migrating: Migrating,
): Promise<MigrationPreview['others']> {
  const others: { annotator: string; annotations: number }[] = []
  for (const other of await listAnnotators(workspace)) {
    if (other === annotator) continue
    const { annotations } = await countChanges(workspace, other, migrating)
    if (annotations > 0) others.push({ annotator: other, annotations })
  }
  return others
}

type Counted = Omit<MigrationPreview, 'others'>

async function countChanges(workspace: Workspace, annotator: string, migrating: Migrating): Promise<Counted> {
  let counted: Counted = { annotations: 0, articles: 0, examples: [], unread: [] }
  for await (const found of concerned(workspace, annotator, migrating)) counted = withFound(counted, found)
  return counted
}

function withFound(counted: Counted, found: Concerned): Counted {
  if (found.kind === 'unread') return { ...counted, unread: [...counted.unread, found.articleId] }
  const left = found.changes.slice(0, EXAMPLES - counted.examples.length)
  return {
    ...counted,
    annotations: counted.annotations + found.changes.length,
    articles: counted.articles + 1,
    examples: [...counted.examples, ...left.flatMap((change) => exampleOf(change, found))],
  }
}

function exampleOf(
  change: Change,
  { source: { article, text }, record }: Extract<Concerned, { kind: 'read' }>,
): readonly MigrationExample[] {
  if (change.kind !== 'annotation' || !change.before) return []
  const quote = fragmentsOf(change.before).map(({ start, end }) => text.slice(start, end))
  return [
    {
      title: standingMetadata(article, record.corrections).title,
      label: change.before.label,
      quote: quote.join(' … ').replace(/\s+/g, ' ').slice(0, LONGEST_QUOTE),
      isRemoved: change.after === null,
    },
  ]
}

/** What a migration changes, article by article. */
export async function* migrationPlan(
  workspace: Workspace,
  annotator: string,
  migrating: Migrating,
): AsyncGenerator<ArticleEdit> {
  for await (const found of concerned(workspace, annotator, migrating)) {
    if (found.kind === 'unread') continue
    yield { articleId: found.source.article.id, edit: { name: migrating.name, changes: found.changes } }
  }
}

/** The articles in which an annotator's annotations would be other ones. */
async function* concerned(
  workspace: Workspace,
  annotator: string,
  { migration, schemeAfter }: Migrating,
): AsyncGenerator<Concerned> {
  const now = new Date().toISOString()
  for (const articleId of await articlesThatSay(workspace, annotator, migration.from)) {
    const source = await readArticle(workspace, articleId)
    const outcome = source.ok ? await readRecord(lookedAt(workspace), annotator, source.value) : null
    if (!source.ok || outcome?.kind !== 'ok') {
      yield { kind: 'unread', articleId }
      continue
    }
    const { document: record } = outcome
    const changes = migrationChanges(record.annotations, migration, { schemeAfter, now })
    if (changes.length > 0) yield { kind: 'read', source: source.value, record, changes }
  }
}

/** Most articles do not hold the word at all: their files need not be parsed, nor their texts read. */
async function articlesThatSay(workspace: Workspace, annotator: string, word: string): Promise<string[]> {
  const found: string[] = []
  for await (const { articleId, bytes } of recordContents(workspace, annotator)) {
    const json = bytes && String(bytes)
    // Another program may have written characters as their numbers.
    if (json === null || json.includes(JSON.stringify(word)) || json.includes('\\u')) found.push(articleId)
  }
  return found
}
