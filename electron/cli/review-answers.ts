import type { Workspace } from '#electron/library/workspace.ts'
import { acquireLock } from '#electron/library/workspace-lock.ts'
import { type AnswersFile, readAnswersFile } from '#electron/review/answers-file.ts'
import { takeAnswers } from '#electron/review/answers-taken.ts'
import { reviewerName } from '#electron/review/reviewer-name.ts'
import { counted } from '#shared/domain/counted.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import { atBulkDesk } from './bulk-desk.ts'
import { type Answer, type Command, type CommandInput, refusal, textOption } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

export const reviewAnswersCommand: Command = {
  name: 'review-answers',
  usage: '<workspace> <answers.json> [--as <reviewer>] [--json]',
  summary: 'Takes what a reviewer has saved in a review file, under the reviewer’s name.',
  options: { as: { type: 'string' } },
  arguments: [2, 2],
  run: inWorkspace(async (workspace, input) => {
    const file = await readAnswersFile(input.positionals[1] ?? '')
    if (!file.ok) return refusal(file.problem.sentence)
    const reviewer = textOption(input, 'as') ?? file.value.answers.reviewer
    const taken = await lockedTaking(workspace, file.value, { reviewer, input })
    return taken.ok ? answerOf(reviewer, taken.value) : refusal(taken.problem.sentence)
  }),
}

type Taken = ReturnType<typeof takeAnswers>
type As = { readonly reviewer: string; readonly input: CommandInput }

/** Under the workspace's lock, as one step that the reviewer can undo in the app. */
async function lockedTaking(workspace: Workspace, file: AnswersFile, as: As): Taken {
  if (workspace.access.kind === 'read') return failed(workspace.access.sentence)
  const name = await reviewerName(workspace, as.reviewer)
  if (!name.ok) return name
  const lock = await acquireLock(workspace.root)
  if (lock.kind === 'held') return failed('This workspace is open in Glosswright; close it there first.')
  try {
    return await taking(workspace, file, { ...as, reviewer: name.value })
  } finally {
    await lock.release()
  }
}

const taking = (workspace: Workspace, file: AnswersFile, { reviewer, input }: As): Taken =>
  atBulkDesk(workspace, reviewer, input, (desk) => takeAnswers(file, reviewer, { ...desk, workspace }))

type TakenValue = Extract<Awaited<Taken>, Result<unknown> & { ok: true }>['value']

function answerOf(reviewer: string, { refused, ...taken }: TakenValue): Answer {
  const { articles, judgements, comments } = taken
  return {
    json: { reviewer, ...taken, refused: refused.map(({ file, reason }) => ({ file, reason })) },
    lines: [
      `${counted(judgements, 'decision')} and ${counted(comments, 'comment')} of ${reviewer} in ${counted(articles, 'article')}`,
    ],
    problems: refused.map(({ file, reason }) => `refused  ${file}  ${reason}`),
  }
}
