import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const PROJECT = path.join(import.meta.dirname, '..')
const LAUNCHER = path.join(PROJECT, 'bin', 'glosswright.mjs')

export const SAMPLES = path.join(PROJECT, 'samples')
export const CORPUS = path.join(import.meta.dirname, 'corpus')

export type ListedArticle = { readonly id: string; readonly title: string; readonly status: string }

/** An article of the dataset, as far as the tests look at it. */
export type ShownArticle = {
  readonly text: string
  readonly boilerplate: readonly { readonly start: number; readonly end: number; readonly kind: string }[]
  readonly status: string
  readonly annotations: readonly {
    readonly start: number
    readonly end: number
    readonly fragments?: readonly { readonly text: string }[]
    readonly label: string
    readonly text: string
    readonly note?: string
    readonly certainty: string
  }[]
}

/** Runs the command line; throws with what it wrote unless it went well. */
export function glosswright(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`glosswright ${args.join(' ')} ended with ${status}:\n${stderr}`)
  return stdout
}

/** Makes a workspace of articles that lie in files or folders, and answers with its folder. */
export function makeWorkspace(folder: string, ...articles: readonly string[]): string {
  const workspace = path.join(folder, 'workspace')
  glosswright('init', workspace, '--name', 'Coastal desk')
  if (articles.length > 0) glosswright('import', workspace, ...articles)
  return workspace
}

export const listArticles = (workspace: string): readonly ListedArticle[] =>
  JSON.parse(glosswright('list', workspace, '--json')).articles

export function idOf(workspace: string, title: string): string {
  const article = listArticles(workspace).find((listed) => listed.title === title)
  if (!article) throw new Error(`There is no article “${title}” in the workspace`)
  return article.id
}

export const showArticle = (workspace: string, id: string): ShownArticle =>
  JSON.parse(glosswright('show', workspace, id, '--json'))

/** Every file of a folder by its path, with the hash of its bytes. */
export async function hashesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
  const hashes = files.sort().map(async (file): Promise<[string, string]> => {
    const hash = createHash('sha256').update(await readFile(file))
    return [path.relative(folder, file), hash.digest('hex')]
  })
  return Object.fromEntries(await Promise.all(hashes))
}

/** The file that holds what the only annotator said of an article. */
export async function recordFile(workspace: string, articleId: string): Promise<string> {
  const [annotator = ''] = await readdir(path.join(workspace, 'annotators'))
  return path.join(workspace, 'annotators', annotator, `${articleId}.json`)
}
