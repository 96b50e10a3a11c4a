import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { articleIds } from '#electron/library/articles.ts'
import { problemOf, unreadableSentence } from '#electron/library/disk-problem.ts'
import { orMissing } from '#electron/library/file-ops.ts'
import { filesIn, foldersIn } from '#electron/library/folder.ts'
import { annotatorName, isArticleId } from '#electron/library/ids.ts'
import { readRegularFile } from '#electron/library/regular-file.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { REGISTRY_NAME } from '#shared/format/actors-file.ts'
import { CLEANING_NAME } from '#shared/format/cleaning-file.ts'
import { articleProblems } from './article-problems.ts'
import { teamProblems } from './team-problems.ts'

/**
 * All that is wrong with a workspace's files, one sentence each that names the file. Nothing is written, not even a
 * copy of what is damaged.
 */
export async function workspaceProblems(workspace: Workspace): Promise<string[]> {
  const { access, root } = workspace
  const problems = new Set(access.kind === 'read' ? [access.sentence] : [])
  for (const look of [conflicts, halfImported, articleProblems, strayAnnotationFiles, teamProblems]) {
    const found = await look(workspace).catch((error: unknown) => [unreadableSentence(error, root)])
    for (const problem of found) problems.add(problem)
  }
  return [...problems]
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
    } else if (name.endsWith('.json')) problems.push(...(await conflictMarks(root, name)))
  }
  return problems
}

async function conflictMarks(root: string, name: string): Promise<string[]> {
  try {
    if (!CONFLICT_MARK.test((await readRegularFile(join(root, name))).toString())) return []
    return [`“${name}” holds conflict marks (<<<<<<<) left by a merge; finish that merge.`]
  } catch (error) {
    return [`“${name}” could not be read: ${problemOf(error)}`]
  }
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
      const isStray =
        ![REGISTRY_NAME, CLEANING_NAME].includes(file) &&
        file.endsWith('.json') &&
        !ids.has(id) &&
        !CONFLICT_COPY.test(file)
      if (isStray && isArticleId(id))
        problems.push(`“annotators/${annotator}/${file}” belongs to no article here.`)
    }
  }
  return problems
}
