import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { tempFolder } from './temp-workspace.ts'

/** Makes one plain script of a script beside this file, for a Node that knows no types; its path. */
export async function bundled(name: string): Promise<string> {
  const file = join(await tempFolder(), 'script.mjs')
  const rolldown = join(process.cwd(), 'node_modules', 'rolldown', 'bin', 'cli.mjs')
  const entry = join(import.meta.dirname, name)
  const options = ['--file', file, '--platform', 'node', '--no-code-splitting']
  await promisify(execFile)(process.execPath, [rolldown, entry, ...options])
  return file
}
