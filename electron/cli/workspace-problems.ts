import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { articleIds, readArticle } from '#electron/library/articles.ts'
import { problemOf } from '#electron/library/disk-problem.ts'
import { orMissing } from '#electron/library/file-ops.ts'
import { filesIn, foldersIn } from '#electron/library/folder.ts'
import { annotatorName, isArticleId } from '#electron/library/ids.ts'
import { jsonTextOf } from '#electron/library/utf8.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { readRecordFile } from '#shared/format/annotation-file.ts'

/**
 * All that is wrong with a workspace's files, one sentence each that names the file. Nothing is written, not even a
 * copy of what is damaged.
 */
export async function workspaceProblems(workspace: Workspace): Promise<string[]> {
  const { access } = workspace
  return [
    ...(access.kind === 'read' ? [access.sentence] : []),
    ...(await conflicts(workspace)),
    ...(await halfImported(workspace)),
    ...(await articleProblems(workspace)),
    ...(await strayAnnotationFiles(workspace)),
  ]
}

const CONFLICT_COPY = /\(.*conflicted copy|\.sync-conflict-/i
const CONFLICT_MARK = /^<{7}/m

/** What sync tools and git leave where two computers changed one file. */
async function conflicts({ root }: Workspace): Promise<string[]> {
  const problems: string[] = []
  for (const name of await allFiles(root, '')) {
    if (CONFLICT_COPY.test(name)) {
      problems.push(
        `“${name}” is a conflict copy left by a sync tool; compare it with the original, then move it away.`,
      )
    } else if (name.endsWith('.json') && CONFLICT_MARK.test(await readFile(join(root, name), 'utf8'))) {
      problems.push(`“${name}” holds conflict marks (<<<<<<<) left by a merge; finish that merge.`)
    }
  }
  return problems
}

/** Names of all files under `folder`, relative to the root, links and the cache left out. */
async function allFiles(root: string, folder: string): Promise<string[]> {
  const entries = (await orMissing(readdir(join(root, folder), { withFileTypes: true }))) ?? []
  const names: string[] = []
  for (const entry of entries) {
    const name = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory() && !entry.name.startsWith('.')) names.push(...(await allFiles(root, name)))
    else if (entry.isFile()) names.push(name)
  }
  return names.sort()
}

async function halfImported({ root }: Workspace): Promise<string[]> {
  const names = await filesIn(root, 'articles')
  const there = new Set(names)
  const lonely = names.filter((name) => name.endsWith('.txt') && !there.has(`${name.slice(0, -4)}.json`))
  return lonely
    .filter((name) => !CONFLICT_COPY.test(name))
    .map((name) => `“articles/${name}” has no “.json” beside it; import the article again to finish it.`)
}

async function articleProblems(workspace: Workspace): Promise<string[]> {
  const annotators = await foldersIn(workspace.root, 'annotators')
  const problems: string[] = []
  const ids = await articleIds(workspace)
  for (const id of ids.filter((name) => !CONFLICT_COPY.test(name))) {
    const source = await readArticle(workspace, id)
    if (source.ok) problems.push(...(await sourceProblems(workspace, source.value, annotators)))
    else problems.push(source.problem.sentence)
  }
  return problems
}

async function sourceProblems(
  workspace: Workspace,
  source: ArticleText,
  annotators: readonly string[],
): Promise<string[]> {
  const { id } = source.article
  const problems = await originalProblems(workspace, source)
  const titles = new Map<string, string>()
  for (const annotator of annotators) {
    const read = await readRecordOf(workspace, annotator, source)
    if (read?.problem !== undefined) problems.push(read.problem)
    if (read?.title !== undefined) titles.set(annotator, read.title)
  }
  if (new Set(titles.values()).size > 1) problems.push(contradiction(id, titles))
  return problems
}

function contradiction(id: string, titles: ReadonlyMap<string, string>): string {
  const said = [...titles].map(([annotator, title]) => `${annotator} says “${title}”`).join(', ')
  return `The title of “${id}” was corrected in different ways: ${said}; please agree on one.`
}

async function originalProblems({ root }: Workspace, { article }: ArticleText): Promise<string[]> {
  const { original } = article.provenance
  if (original === null) return []
  const name = `${article.id}.${original}`
  const isThere = (await filesIn(root, 'sources')).includes(name)
  return isThere ? [] : [`“sources/${name}”, the original of an article, is gone; please put it back.`]
}

type RecordLook = { readonly problem?: string; readonly title?: string | undefined }

async function readRecordOf(
  { root }: Workspace,
  annotator: string,
  source: ArticleText,
): Promise<RecordLook | null> {
  const file = `annotators/${annotator}/${source.article.id}.json`
  try {
    const bytes = await orMissing(readFile(join(root, file)))
    if (!bytes) return null
    const json = jsonTextOf(bytes)
    if (json === null) return { problem: `“${file}” is damaged: it is not UTF-8 text.` }
    const read = readRecordFile(json, { source, annotator, file })
    return read.kind === 'current' ? { title: read.value.corrections.title } : { problem: read.sentence }
  } catch (error) {
    return { problem: `“${file}” could not be read: ${problemOf(error)}` }
  }
}

const REGISTRY = 'actors.json'

async function strayAnnotationFiles(workspace: Workspace): Promise<string[]> {
  const { root } = workspace
  const ids = new Set(await articleIds(workspace))
  const problems: string[] = []
  for (const annotator of await foldersIn(root, 'annotators')) {
    const name = annotatorName(annotator)
    if (!name.ok || name.value !== annotator)
      problems.push(`“annotators/${annotator}” is not the name of an annotator.`)
    for (const file of await filesIn(root, 'annotators', annotator)) {
      const id = file.replace(/\.json$/, '')
      const isStray = file !== REGISTRY && file.endsWith('.json') && !ids.has(id) && !CONFLICT_COPY.test(file)
      if (isStray && isArticleId(id))
        problems.push(`“annotators/${annotator}/${file}” belongs to no article here.`)
    }
  }
  return problems
}
