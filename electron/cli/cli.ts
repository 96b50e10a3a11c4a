import path from 'node:path'
import { nodeParserHost } from '#electron/import/node-parser-host.ts'
import { ParserProcess } from '#electron/import/parser-process.ts'
import { runCommandLine } from './command-line.ts'
import { terminalOn } from './terminal.ts'

// Who pipes into `head` closes the pipe early, and wants to hear nothing of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())

const terminal = terminalOn(process.stdout, process.stderr)
const parser = new ParserProcess(nodeParserHost(path.join(import.meta.dirname, '..', 'parser', 'parser.js')))
process.exitCode = await runCommandLine(process.argv.slice(2), terminal, { signal: stop.signal, parser })
parser.close()
