import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { migratedScheme } from '#shared/domain/migrated-scheme.ts'
import type { Migration } from '#shared/domain/scheme-migration.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import type { ArticleEdit } from './bulk-file.ts'
import { type Migrating, migrationPlan, previewMigration } from './scheme-migrations.ts'
import { schemeUses } from './scheme-uses.ts'
import { openStore, recordFileOf } from './testing/stores.ts'
import { addedArticle, contentOf, must, tempWorkspace } from './testing/temp-workspace.ts'
import type { Workspace } from './workspace.ts'

const migrating = (migration: Migration): Migrating => ({
  migration,
  schemeAfter: must(migratedScheme(ACA_1, migration)),
  name: 'Migrate',
})

const act = (id: string, label: string): Annotation => ({
  ...mark(id, 0, 7),
  label,
  roles: { source: [{ constant: 'author' }] },
  attributes: { polarity: 'denied' },
})

/** Ana has marked two articles of three, and Ben one of them. */
async function scene() {
  const workspace = await tempWorkspace()
  const texts = ['Norland denied it. 😀', 'Norland promised help.', 'Nobody said anything.']
  const sources = await Promise.all(texts.map((text, i) => addedArticle(workspace, text, `Article ${i}`)))
  const [first, second] = sources
  if (!first || !second) throw new Error('The scene has no articles')
  const says = async (annotator: string, source: typeof first, annotation: Annotation) => {
    const { store } = await openStore(workspace, source, { annotator })
    await store.apply(source.article.id, marking(annotation))
    await store.close()
  }
  await says('Ana', first, act('a', 'accusation'))
  await says('Ana', second, act('b', 'accusation'))
  await says('Ana', second, mark('c', 8, 16))
  await says('Ben', first, act('a', 'accusation'))
  return { workspace, first, second }
}

async function planned(workspace: Workspace, wanted: Migrating): Promise<readonly ArticleEdit[]> {
  const edits: ArticleEdit[] = []
  for await (const edit of migrationPlan(workspace, 'Ana', wanted)) edits.push(edit)
  return edits
}

const removal = migrating({ kind: 'label', from: 'accusation', to: null })
const merging = migrating({ kind: 'label', from: 'accusation', to: 'commitment' })

test('a preview counts the annotator’s own annotations with their words, and names whose others stay', async () => {
  const { workspace } = await scene()
  const preview = await previewMigration(workspace, 'Ana', merging)
  expect(preview).toMatchObject({ annotations: 2, articles: 2, unread: [] })
  expect(preview.others).toEqual([{ annotator: 'Ben', annotations: 1 }])
  expect(preview.examples.map(({ title, quote }) => `${title}: ${quote}`).toSorted()).toEqual([
    'Article 0: Norland',
    'Article 1: Norland',
  ])
})

test('a preview writes nothing, not even where a file is damaged, and says which is left out', async () => {
  const { workspace, first } = await scene()
  const file = await recordFileOf(workspace, first)
  await writeFile(file, `${await readFile(file, 'utf8')} and more`)
  const before = await contentOf(workspace.root)
  const preview = await previewMigration(workspace, 'Ana', removal)
  expect(preview).toMatchObject({ annotations: 1, articles: 1, unread: [first.article.id] })
  expect(preview.examples).toMatchObject([{ isRemoved: true }])
  expect(await contentOf(workspace.root)).toEqual(before)
})

test('a plan has an edit for each article in which something changes, and for no other', async () => {
  const { workspace, first, second } = await scene()
  const plan = await planned(workspace, merging)
  expect(plan.map(({ articleId }) => articleId).toSorted()).toEqual(
    [first.article.id, second.article.id].sort(),
  )
  const labels = plan.flatMap(({ edit }) =>
    edit.changes.map((change) => (change.kind === 'annotation' ? change.after?.label : change.kind)),
  )
  expect(labels).toEqual(['commitment', 'commitment'])
  const victim = migrating({ kind: 'role', from: 'victim', to: null })
  expect(await planned(workspace, victim)).toEqual([])
})

test('a value whose characters a file has as numbers is found as well', async () => {
  const { workspace, second } = await scene()
  const file = await recordFileOf(workspace, second)
  await writeFile(file, (await readFile(file, 'utf8')).replace('"accusation"', '"accusatio\\u006e"'))
  expect(await previewMigration(workspace, 'Ana', merging)).toMatchObject({ annotations: 2 })
})

test('all that annotations say is counted, one’s own apart from others’', async () => {
  const { workspace } = await scene()
  const uses = await schemeUses(workspace, 'Ana')
  expect(uses).toContainEqual({ kind: 'label', attribute: null, id: 'accusation', own: 2, others: 1 })
  expect(uses).toContainEqual({ kind: 'label', attribute: null, id: 'actor', own: 1, others: 0 })
  expect(uses).toContainEqual({ kind: 'role', attribute: null, id: 'source', own: 2, others: 1 })
  expect(uses).toContainEqual({ kind: 'value', attribute: 'polarity', id: 'denied', own: 2, others: 1 })
  await writeFile(join(workspace.root, 'annotators', 'Ben', 'notes.json'), 'no record')
  expect(await schemeUses(workspace, 'Ana')).toEqual(uses)
})
