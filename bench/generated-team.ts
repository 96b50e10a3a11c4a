import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import { articleToFile } from '#shared/format/article-file.ts'
import { glosswright } from '../e2e/workspace.ts'
import { generatedArticle, type Random, seeded } from './generated-article.ts'
import { articleOf, shortText } from './generated-library.ts'
import { SIZES } from './measures.ts'

export const TEAM = ['Ana', 'Bo', 'Cy'] as const

/**
 * A workspace of so many articles that all of a team have annotated: mostly alike, some marks left out, some with another
 * label or another end. Its folder; the app starts as the first of the team.
 */
export function generateTeam(folder: string, profile: string, articles: number): string {
  const workspace = path.join(folder, 'team')
  glosswright('init', workspace, '--name', `${articles} articles of ${TEAM.length} annotators`)
  for (const name of ['articles', ...TEAM.map((annotator) => `annotators/${annotator}`)])
    mkdirSync(path.join(workspace, name), { recursive: true })
  const random = seeded('team')
  for (let number = 0; number < articles; number++) {
    const [title = ''] = shortText(number, random).split('\n', 1)
    const { text, annotations } = generatedArticle({ title, ...SIZES.S })
    const source = articleOf(text, number)
    const file = path.join(workspace, 'articles', source.article.id)
    writeFileSync(`${file}.txt`, text)
    writeFileSync(`${file}.json`, articleToFile(source))
    for (const annotator of TEAM)
      writeRecord(workspace, source, { annotator, marks: annotations.flatMap((one) => told(one, random)) })
  }
  writeFileSync(path.join(profile, 'preferences.json'), JSON.stringify({ annotator: TEAM[0] }))
  return workspace
}

type Said = { readonly annotator: string; readonly marks: readonly Annotation[] }

function writeRecord(workspace: string, source: ArticleText, { annotator, marks }: Said): void {
  const record = { ...emptyRecord, status: 'done' as const, annotations: AnnotationSet.from(marks) }
  const file = path.join(workspace, 'annotators', annotator, `${source.article.id}.json`)
  writeFileSync(file, recordWriter(source, annotator)(record))
}

/** As another annotator would have it. */
function told(annotation: Annotation, random: Random): readonly Annotation[] {
  const chance = random()
  if (chance < 0.1) return []
  if (chance < 0.15) return [{ ...annotation, label: 'accusation' }]
  if (chance < 0.25 && annotation.end - annotation.start > 3)
    return [{ ...annotation, end: annotation.end - 2 }]
  return [annotation]
}
