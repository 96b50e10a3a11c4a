import { unreadableSentence } from '#electron/library/disk-problem.ts'
import { openWorkspace, type Workspace } from '#electron/library/workspace.ts'
import { type Answer, type CommandInput, refusal } from './command.ts'

type InWorkspace = (workspace: Workspace, input: CommandInput) => Promise<Answer>

/** A command whose first argument is a workspace, which is open when it runs. What cannot be read there is refused. */
export const inWorkspace =
  (run: InWorkspace) =>
  async (input: CommandInput): Promise<Answer> => {
    const opened = await openWorkspace(input.positionals[0] ?? '')
    if (!opened.ok) return refusal(opened.problem.sentence)
    try {
      return await run(opened.value, input)
    } catch (error) {
      return refusal(unreadableSentence(error, opened.value.root))
    }
  }
