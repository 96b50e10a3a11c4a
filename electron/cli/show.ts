import { wantedAnnotators } from '#electron/export/contributions.ts'
import { readObject } from '#electron/export/read-object.ts'
import { annotationLines } from './annotation-lines.ts'
import { type Command, refusal, textOption } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

export const show: Command = {
  name: 'show',
  usage: '<workspace> <article-id> [--annotator N] [--json]',
  summary: 'Shows an article with its annotations, as the dataset has it.',
  options: { annotator: { type: 'string' } },
  arguments: [2, 2],
  run: inWorkspace(async (workspace, input) => {
    const named = textOption(input, 'annotator')
    const annotators = await wantedAnnotators(workspace, named === undefined ? null : [named])
    if (!annotators.ok) return refusal(annotators.problem.sentence)
    const article = await readObject(workspace, input.positionals[1] ?? '', annotators.value)
    if (!article.ok) return refusal(article.problem.sentence)
    const { title, status } = article.value
    return { json: article.value, lines: [title, status, ...annotationLines(article.value)] }
  }),
}
