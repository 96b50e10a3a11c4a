import type { Parser } from '#electron/import/parser-process.ts'

/** What a command has to say. `json` is printed under `--json`, else `lines`; each problem makes the exit status 1. */
export type Answer = {
  readonly json?: unknown
  readonly lines?: readonly string[]
  readonly problems?: readonly string[]
  /** Go where problems go, and change no exit status. */
  readonly remarks?: readonly string[]
}

export type CommandInput = {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  /** Shown while the command runs, where somebody looks on. */
  readonly progress: (text: string) => void
  /** Asks the command to stop at the next good moment. */
  readonly signal: AbortSignal
  /** Reads files that were made elsewhere. */
  readonly parser: Parser
}

export type Command = {
  readonly name: string
  /** What follows the name, as the help shows it. */
  readonly usage: string
  readonly summary: string
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
  /** The fewest and the most arguments that are no options. */
  readonly arguments: readonly [number, number]
  readonly run: (input: CommandInput) => Promise<Answer>
}

/** Thrown where a command was called wrongly; exit status 2. */
export class WrongUse extends Error {}

/** The answer of a command that could not do what it was asked. */
export const refusal = (sentence: string): Answer => ({ problems: [sentence] })

/** The value of a text option, undefined where it was not given. */
export function textOption({ values }: CommandInput, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
