import type { Command } from './command.ts'
import { inWorkspace } from './in-workspace.ts'
import { hintLine, workspaceHints } from './workspace-hints.ts'
import { workspaceProblems } from './workspace-problems.ts'

export const check: Command = {
  name: 'check',
  usage: '<workspace> [--hints] [--json]',
  summary:
    'Looks at every file of a workspace and tells what is wrong; with --hints also what is unfinished.',
  options: { hints: { type: 'boolean' } },
  arguments: [1, 1],
  run: inWorkspace(async (workspace, { values }) => {
    const problems = await workspaceProblems(workspace)
    const hints = values.hints === true ? await workspaceHints(workspace) : null
    const isFine = problems.length === 0 && (hints ?? []).length === 0
    return {
      json: { problems, ...(hints ? { hints } : {}) },
      lines: [...(hints ?? []).map(hintLine), ...(isFine ? ['Nothing is wrong.'] : [])],
      problems,
    }
  }),
}
