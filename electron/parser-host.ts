import path from 'node:path'
import { app, type UtilityProcess, utilityProcess } from 'electron'
import { HEAP_MEGABYTES, type ParserHost, residentBytes } from './import/parser-host.ts'

const KILOBYTE = 1024

/** Starts the bundled parser as a utility process of Electron's, with nothing of the user's environment. */
export const utilityParserHost = (entry: string): ParserHost => ({
  start: ({ onMessage, onExit }) => {
    const child = utilityProcess.fork(entry, [], {
      cwd: path.dirname(entry),
      env: {},
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      serviceName: 'Glosswright file reader',
      stdio: 'ignore',
    })
    child.on('message', onMessage)
    child.once('exit', onExit)
    return {
      send: (message) => child.postMessage(message),
      kill: () => kill(child),
      memory: () => residentBytes(child.pid) ?? workingSet(child.pid),
    }
  },
})

/** At once: one that is busy for ever with a file is asked nothing. */
function kill(child: UtilityProcess): void {
  if (child.pid === undefined) {
    child.once('spawn', () => kill(child))
    return
  }
  try {
    process.kill(child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself, and nobody has been told of it yet.
  }
}

/** Where the system tells it in no file, Electron knows. */
function workingSet(pid: number | undefined): number | null {
  const found = app.getAppMetrics().find((process) => process.pid === pid)
  return found ? found.memory.workingSetSize * KILOBYTE : null
}
