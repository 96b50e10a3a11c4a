import { fork } from 'node:child_process'
import { dirname } from 'node:path'
import { HEAP_MEGABYTES, type ParserHost, residentBytes } from './parser-host.ts'
import type { FromParser } from './parser-messages.ts'

/** Starts the bundled parser as a child of Node's, with nothing of the user's environment. */
export const nodeParserHost = (entry: string): ParserHost => ({
  start: ({ onMessage, onExit }) => {
    const { SystemRoot } = process.env
    const child = fork(entry, [], {
      cwd: dirname(entry),
      // Windows needs the one to start anything.
      env: SystemRoot === undefined ? {} : { SystemRoot },
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', (message) => onMessage(message as FromParser))
    child.once('exit', onExit)
    // What cannot be started or sent to is gone.
    child.once('error', onExit)
    return {
      send: (message) => void child.send(message, () => undefined),
      kill: () => void child.kill('SIGKILL'),
      memory: () => residentBytes(child.pid),
    }
  },
})
