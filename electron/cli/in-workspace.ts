import { openWorkspace, type Workspace } from '#electron/library/workspace.ts'
import { type Answer, type CommandInput, refusal } from './command.ts'

type InWorkspace = (workspace: Workspace, input: CommandInput) => Promise<Answer>

/** A command whose first argument is a workspace, which is open when it runs. */
export const inWorkspace =
  (run: InWorkspace) =>
  async (input: CommandInput): Promise<Answer> => {
    const opened = await openWorkspace(input.positionals[0] ?? '')
    return opened.ok ? run(opened.value, input) : refusal(opened.problem.sentence)
  }
