import { readFileSync } from 'node:fs'
import type { FromParser, ToParser } from './parser-messages.ts'

/** How the process that reads files is started: as a utility process of Electron's, or as a child of Node's. */
export type ParserHost = { readonly start: (events: ParserEvents) => ParserChild }

export type ParserEvents = {
  readonly onMessage: (message: FromParser) => void
  /** It has ended, whoever ended it. */
  readonly onExit: () => void
}

export type ParserChild = {
  readonly send: (message: ToParser) => void
  readonly kill: () => void
  /** Bytes that it has in memory; null where the system does not tell. */
  readonly memory: () => number | null
}

/** Of the objects of JavaScript; bytes and texts from outside come on top of it. */
export const HEAP_MEGABYTES = 384

const PAGE = 4096

/** Bytes that a process has in memory, where the system tells it in a file. */
export function residentBytes(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE
  } catch {
    return null
  }
}
