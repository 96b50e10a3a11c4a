import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import { articleFromFile, readArticleFile } from '#shared/format/article-file.ts'
import { glosswright, idOf } from '../e2e/workspace.ts'
import { type ArticlePlan, generatedArticle } from './generated-article.ts'

export const ANNOTATOR = 'Bench'
/** What is shown before the article that is measured. */
const NOTE: ArticlePlan = { title: 'A note', bytes: 2_000, annotations: 12 }

export type GeneratedWorkspace = {
  readonly folder: string
  readonly titles: readonly string[]
  /** Title of a short article beside them. */
  readonly note: string
  /** The options that open the note first. */
  readonly args: readonly string[]
}

export type WorkspacePlan = {
  readonly name: string
  readonly article: Omit<ArticlePlan, 'title'>
  /** How many such articles, no two alike. */
  readonly count: number
  readonly folder: string
  readonly profile: string
}

/** Writes a workspace with articles of one size and a short note, all annotated, and the preferences of their annotator. */
export async function generateWorkspace({
  name,
  article,
  count,
  folder,
  profile,
}: WorkspacePlan): Promise<GeneratedWorkspace> {
  const workspace = path.join(folder, 'workspace')
  glosswright('init', workspace, '--name', name)
  const titles = Array.from({ length: count }, (_, i) => `Article ${i + 1}`)
  await addArticle(workspace, folder, NOTE)
  for (const title of titles) await addArticle(workspace, folder, { title, ...article })
  await writeFile(path.join(profile, 'preferences.json'), JSON.stringify({ annotator: ANNOTATOR }))
  const args = ['--article', idOf(workspace, NOTE.title)]
  return { folder: workspace, titles, note: NOTE.title, args }
}

async function addArticle(workspace: string, folder: string, plan: ArticlePlan): Promise<void> {
  const { text, annotations } = generatedArticle(plan)
  const file = path.join(folder, `${plan.title}.txt`)
  await writeFile(file, text)
  glosswright('import', workspace, file)
  const id = idOf(workspace, plan.title)
  const read = readArticleFile(await readFile(path.join(workspace, 'articles', `${id}.json`), 'utf8'), id)
  if (read.kind !== 'current') throw new Error(read.sentence)
  const article = articleFromFile(read.value, text)
  if (!article.ok) throw new Error(article.problem.sentence)
  const contentOf = recordWriter({ article: article.value, text }, ANNOTATOR)
  const record = {
    ...emptyRecord,
    status: 'in progress',
    annotations: AnnotationSet.from(annotations),
  } as const
  const annotator = path.join(workspace, 'annotators', ANNOTATOR)
  await mkdir(annotator, { recursive: true })
  await writeFile(path.join(annotator, `${id}.json`), contentOf(record))
}
