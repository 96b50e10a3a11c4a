import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import { articleToFile } from '#shared/format/article-file.ts'
import { glosswright } from '../e2e/workspace.ts'
import { generatedArticle, seeded } from './generated-article.ts'
import { articleOf, shortText } from './generated-library.ts'
import { ANNOTATOR } from './generated-workspace.ts'

export const CORPUS = { bytes: 1_500, annotations: 10, actors: 1_000 } as const

/** A workspace of so many annotated articles, as the files that analysts would have left; answers with its folder. */
export function generateCorpus(folder: string, count: number): string {
  const workspace = path.join(folder, `corpus-${count}`)
  glosswright('init', workspace, '--name', `${count} annotated articles`)
  for (const name of ['articles', `annotators/${ANNOTATOR}`])
    mkdirSync(path.join(workspace, name), { recursive: true })
  const random = seeded('corpus')
  for (let number = 0; number < count; number++) {
    const [title = ''] = shortText(number, random).split('\n', 1)
    writeArticle(workspace, title, number)
  }
  return workspace
}

function writeArticle(workspace: string, title: string, number: number): void {
  const { text, annotations } = generatedArticle({ title, ...CORPUS })
  const source = articleOf(text, number)
  const { id } = source.article
  writeFileSync(path.join(workspace, 'articles', `${id}.txt`), text)
  writeFileSync(path.join(workspace, 'articles', `${id}.json`), articleToFile(source))
  const [first] = annotations.filter(({ label }) => label === 'actor')
  const marks = annotations.map((annotation, i) => said(annotation, { number: number + i, first }))
  const record = { ...emptyRecord, status: 'done' as const, annotations: AnnotationSet.from(marks) }
  const file = path.join(workspace, 'annotators', ANNOTATOR, `${id}.json`)
  writeFileSync(file, recordWriter(source, ANNOTATOR)(record))
}

/** Mentions mean somebody, acts have somebody who does them. */
function said(
  annotation: Annotation,
  { number, first }: { readonly number: number; readonly first: Annotation | undefined },
): Annotation {
  if (annotation.label === 'actor') return { ...annotation, actor: `actor-${number % CORPUS.actors}` }
  const role = annotation.label === 'commitment' ? 'committer' : 'accuser'
  return first ? { ...annotation, roles: { [role]: [{ mention: first.id }] } } : annotation
}
