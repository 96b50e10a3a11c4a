import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type MarkSpec, writeMarks } from './marked-workspace.ts'
import { idOf, makeWorkspace } from './workspace.ts'

/** An article as a team has it: its text, whose first line is its title, and what each annotator has marked. */
export type TeamArticle = {
  readonly text: string
  readonly marks: Readonly<Record<string, readonly MarkSpec[]>>
}

/** A workspace in which several annotators have worked. Who is not named has not opened the article. */
export async function makeTeamWorkspace(folder: string, articles: readonly TeamArticle[]): Promise<string> {
  const files = articles.map((_, i) => path.join(folder, `article-${i}.txt`))
  for (const [i, { text }] of articles.entries()) await writeFile(files[i] ?? '', text)
  const workspace = makeWorkspace(folder, ...files)
  for (const { text, marks } of articles) {
    const id = idOf(workspace, text.slice(0, text.indexOf('\n')))
    for (const [annotator, made] of Object.entries(marks))
      await writeMarks(workspace, id, { annotator, text, marks: made })
  }
  return workspace
}
