import path from 'node:path'
import { parseArgs } from 'node:util'

/** What the app was told when it was started; folders are absolute. */
export type StartOptions = {
  readonly workspace: string | null
  readonly articleId: string | null
  readonly userData: string | null
  /** What stands alone on the command line: files to open, and whatever else Electron was given. */
  readonly paths: readonly string[]
}

/** Reads the options among whatever else Electron and Chromium put on the command line. */
export function startOptions(argv: readonly string[], workingFolder: string): StartOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      workspace: { type: 'string' },
      article: { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  })
  const folder = (value: unknown) =>
    typeof value === 'string' && value ? path.resolve(workingFolder, value) : null
  return {
    workspace: folder(values.workspace),
    articleId: typeof values.article === 'string' ? values.article : null,
    userData: folder(values['user-data-dir']),
    paths: positionals.map((given) => path.resolve(workingFolder, given)),
  }
}
