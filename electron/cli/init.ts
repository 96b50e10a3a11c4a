import { createWorkspace } from '#electron/library/workspace.ts'
import { type Command, refusal, textOption } from './command.ts'

export const init: Command = {
  name: 'init',
  usage: '<workspace> [--name N]',
  summary: 'Makes a folder into a workspace.',
  options: { name: { type: 'string' } },
  arguments: [1, 1],
  run: async (input) => {
    const name = textOption(input, 'name')
    const created = await createWorkspace(input.positionals[0] ?? '', name === undefined ? {} : { name })
    if (!created.ok) return refusal(created.problem.sentence)
    const { root, manifest } = created.value
    const json = { workspace: root, id: manifest.id, name: manifest.name }
    return { json, lines: [`“${manifest.name}” is ready at ${root}`] }
  },
}
