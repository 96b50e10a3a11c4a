import { outFile } from '#electron/export/out-file.ts'
import { readPageAssets } from '#electron/review/page-assets.ts'
import { makeReviewFile } from '#electron/review/review-file.ts'
import { reviewPageFolder } from '#electron/review-page-folder.ts'
import { counted } from '#shared/domain/counted.ts'
import { type Command, type CommandInput, refusal, textOption, WrongUse } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

export const reviewFileCommand: Command = {
  name: 'review-file',
  usage: '<workspace> --annotators a[,b] --out <file.html> [--articles id,…] [--done] [--by N] [--json]',
  summary:
    'Makes one .html file that somebody can review these annotators’ marks in, with nothing but a browser.',
  options: {
    annotators: { type: 'string' },
    articles: { type: 'string' },
    out: { type: 'string' },
    by: { type: 'string' },
    done: { type: 'boolean' },
  },
  arguments: [1, 1],
  run: async (input) => {
    const annotators = listIn(input, 'annotators') ?? []
    const typed = textOption(input, 'out')
    if (annotators.length === 0) throw new WrongUse('--annotators is missing')
    if (!typed) throw new WrongUse('--out is missing')
    const articles = listIn(input, 'articles')
    return inWorkspace(async (workspace) => {
      const out = await outFile(workspace, typed)
      if (!out.ok) return refusal(out.problem.sentence)
      const made = await makeReviewFile({
        ...{ workspace, annotators, articles, out: out.value },
        doneOnly: input.values.done === true,
        by: textOption(input, 'by') ?? annotators[0] ?? '',
        assets: await readPageAssets(reviewPageFolder),
        now: new Date().toISOString(),
      })
      if (!made.ok) return refusal(made.problem.sentence)
      const { annotations, bytes } = made.value
      const words = `${counted(annotations, 'annotation')} in ${counted(made.value.articles, 'article')}, ${counted(bytes, 'byte')}`
      return { json: made.value, lines: [words] }
    })(input)
  },
}

/** Null where the option was not given. */
function listIn(input: CommandInput, name: string): readonly string[] | null {
  const text = textOption(input, name)
  return text === undefined ? null : text.split(',').flatMap((one) => one.trim() || [])
}
