import type { Command } from './command.ts'
import { inWorkspace } from './in-workspace.ts'
import { workspaceProblems } from './workspace-problems.ts'

export const check: Command = {
  name: 'check',
  usage: '<workspace> [--json]',
  summary: 'Looks at every file of a workspace and tells what is wrong.',
  options: {},
  arguments: [1, 1],
  run: inWorkspace(async (workspace) => {
    const problems = await workspaceProblems(workspace)
    return { json: { problems }, lines: problems.length > 0 ? [] : ['Nothing is wrong.'], problems }
  }),
}
