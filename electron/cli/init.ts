import { readScheme } from '#electron/library/scheme-files.ts'
import { createWorkspace } from '#electron/library/workspace.ts'
import { type Command, refusal, textOption } from './command.ts'

export const init: Command = {
  name: 'init',
  usage: '<workspace> [--name N] [--scheme <file>]',
  summary: 'Makes a folder into a workspace, with the scheme ACA-1 or one of its own.',
  options: { name: { type: 'string' }, scheme: { type: 'string' } },
  arguments: [1, 1],
  run: async (input) => {
    const [name, file] = [textOption(input, 'name'), textOption(input, 'scheme')]
    const scheme = file === undefined ? null : await readScheme(file, file)
    if (scheme && !scheme.ok) return refusal(scheme.problem.sentence)
    const created = await createWorkspace(input.positionals[0] ?? '', {
      ...(name === undefined ? {} : { name }),
      ...(scheme ? { scheme: scheme.value } : {}),
    })
    if (!created.ok) return refusal(created.problem.sentence)
    const { root, manifest } = created.value
    const json = { workspace: root, id: manifest.id, name: manifest.name }
    return { json, lines: [`“${manifest.name}” is ready at ${root}`] }
  },
}
