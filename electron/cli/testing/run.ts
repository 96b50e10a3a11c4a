import { runCommandLine } from '#electron/cli/command-line.ts'
import { terminalOn } from '#electron/cli/terminal.ts'
import { parserHere } from '#electron/import/testing/parser-here.ts'

export type Run = { readonly status: number; readonly stdout: string; readonly stderr: string }

/** Runs one command line, with what it wrote. */
export async function run(...args: string[]): Promise<Run> {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written) => ({ write: (text: string) => (written[name] += text) })
  const terminal = terminalOn(stream('stdout'), stream('stderr'))
  const status = await runCommandLine(args, terminal, {
    signal: new AbortController().signal,
    parser: parserHere,
  })
  return { status, ...written }
}
