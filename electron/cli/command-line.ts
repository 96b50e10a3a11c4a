import { parseArgs } from 'node:util'
import { TOOL } from '#electron/export/tool.ts'
import { type Answer, type Command, type CommandInput, WrongUse } from './command.ts'
import { COMMANDS, LATER_COMMANDS } from './commands.ts'
import type { Terminal } from './terminal.ts'

/** 0: fine; 1: something is wrong with the data; 2: wrong use. */
export type ExitStatus = 0 | 1 | 2

/** What a command has at hand besides its arguments. */
export type Surroundings = Pick<CommandInput, 'signal' | 'parser'>

/** Runs one command line: the answer goes to stdout, each problem to stderr as one line. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  try {
    return await dispatch(args, terminal, surroundings)
  } catch (error) {
    if (!isWrongUse(error)) throw error
    terminal.problem(`glosswright: ${error.message}`)
    terminal.problem('Try: glosswright --help')
    return 2
  }
}

async function dispatch(
  [name, ...rest]: readonly string[],
  terminal: Terminal,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  if (name === '--version' || name === '-v') return print(terminal, TOOL.version)
  if (name === '--help' || name === '-h' || name === 'help') return print(terminal, HELP)
  const command = commandNamed(name)
  const { values, positionals } = parse(command, rest)
  if (values.help) return print(terminal, `glosswright ${command.name} ${command.usage}\n${command.summary}`)
  checkCount(command, positionals.length)
  const progress = (text: string): void => terminal.progress(text)
  return report(
    await command.run({ values, positionals, progress, ...surroundings }),
    terminal,
    values.json === true,
  )
}

function commandNamed(name: string | undefined): Command {
  if (name === undefined) throw new WrongUse('which command?')
  if (LATER_COMMANDS.includes(name)) throw new WrongUse(`“${name}” is not in this version yet`)
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (!command) throw new WrongUse(`there is no command “${name}”`)
  return command
}

function parse(command: Command, args: string[]): Pick<CommandInput, 'values' | 'positionals'> {
  const flag = { type: 'boolean' } as const
  const options = { ...command.options, json: flag, help: { ...flag, short: 'h' } }
  return parseArgs({ args, options, allowPositionals: true })
}

function checkCount(command: Command, count: number): void {
  const [fewest, most] = command.arguments
  if (count >= fewest && count <= most) return
  throw new WrongUse(`use it so: glosswright ${command.name} ${command.usage}`)
}

function report(
  { json, lines = [], problems = [], remarks = [] }: Answer,
  terminal: Terminal,
  asJson: boolean,
): ExitStatus {
  terminal.endProgress()
  if (asJson && json !== undefined) terminal.print(JSON.stringify(json, null, 2))
  if (!asJson) for (const line of lines) terminal.line(line)
  for (const problem of [...problems, ...remarks]) terminal.problem(problem)
  return problems.length > 0 ? 1 : 0
}

function print(terminal: Terminal, text: string): ExitStatus {
  terminal.print(text)
  return 0
}

function isWrongUse(error: unknown): error is Error {
  const code = String((error as { readonly code?: unknown } | null)?.code ?? '')
  return error instanceof WrongUse || (error instanceof Error && code.startsWith('ERR_PARSE_ARGS_'))
}

const HELP = `Usage: glosswright <command>

${COMMANDS.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`).join('\n')}

--json prints one JSON document on stdout and nothing else; problems go to stderr, one a line.
Exit status: 0 fine, 1 something is wrong with the data, 2 wrong use.`
