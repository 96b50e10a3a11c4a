import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { failed, type Result } from '#shared/domain/result.ts'
import type { Adoptable } from '#shared/ipc/contract.ts'
import { articleFilesIn } from './import/article-files.ts'
import { importPaths } from './import/import-files.ts'
import type { Parser } from './import/parser-process.ts'
import { createWorkspace, type OpenFailure, openWorkspace, type Workspace } from './library/workspace.ts'

export const SAMPLE_NAME = 'Sample workspace'

/** Opens the sample workspace of this user, made from our own articles when it isn't there yet. */
export async function openSample(
  userData: string,
  samples: string,
  parser: Parser,
): Promise<Result<Workspace>> {
  const folder = path.join(userData, SAMPLE_NAME)
  const there = await openWorkspace(folder)
  if (there.ok || there.reason !== 'missing') return there
  const made = await createWorkspace(folder, { name: SAMPLE_NAME })
  if (made.ok) await importPaths(made.value, [samples], { parser })
  return made
}

/** What could become of a folder that is no workspace: how many articles it would start with. */
export async function adoptable(folder: string, { reason }: OpenFailure): Promise<Adoptable | null> {
  if (reason === 'missing') return { folder, articles: 0 }
  if (reason !== 'not-a-workspace') return null
  try {
    await readdir(folder)
    return { folder, articles: (await articlesIn(folder)).length }
  } catch {
    return null
  }
}

/** Makes a folder a workspace that holds the articles lying in it. */
export async function adopt(folder: string, parser: Parser): Promise<Result<Workspace>> {
  try {
    await mkdir(folder, { recursive: true })
    const articles = await articlesIn(folder)
    const made = await createWorkspace(folder, { name: path.basename(folder) })
    if (made.ok && articles.length > 0) await importPaths(made.value, articles, { parser })
    return made
  } catch (error) {
    return failed(`“${folder}” could not be made a workspace: ${(error as Error).message}`)
  }
}

async function articlesIn(folder: string): Promise<string[]> {
  const found: string[] = []
  for await (const file of articleFilesIn(folder)) found.push(file)
  return found
}
